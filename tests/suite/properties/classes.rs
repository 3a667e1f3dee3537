//! Classes divide users and applications without rest and without overlap.

use entente_policy::{AppKind, Matrix};
use proptest::prelude::*;

use crate::questions::{ways, ways_within};
use crate::strategy::{Random, Shapes, config, scenario};

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn everyone_and_everything_is_in_exactly_one_class(Random(scenario) in scenario(Shapes::Any)) {
        for way in ways(&scenario).into_iter().chain(ways_within(&scenario)) {
            let matrix = Matrix::new(&scenario, &way.home, &way.resource, way.feature);
            let users = matrix.connection.home.directory.users.len();
            let applications = matrix.connection.resource.directory.applications.len();

            let mut members: Vec<usize> = matrix.users.iter().flat_map(|class| class.members.iter()).collect();
            members.sort_unstable();
            prop_assert_eq!(members, (0..users).collect::<Vec<_>>());
            let mut members: Vec<usize> =
                matrix.applications.iter().flat_map(|class| class.members.iter()).collect();
            members.sort_unstable();
            prop_assert_eq!(members, (0..applications).collect::<Vec<_>>());

            prop_assert_eq!(matrix.users.iter().filter(|class| class.any_other).count(), 1);
            prop_assert!(matrix.users.last().unwrap().any_other, "any other user belongs to the last class");
            for kind in AppKind::ALL {
                let classes = matrix.applications.iter().filter(|class| class.any_other.contains(&kind));
                prop_assert_eq!(classes.count(), 1);
            }

            for (at, class) in matrix.users.iter().enumerate() {
                prop_assert!(class.any_other || !class.members.is_empty(), "an empty class");
                prop_assert_eq!(class.answers.len(), matrix.user_conditions().count());
                let same = matrix.users[..at].iter().any(|other| other.answers == class.answers);
                prop_assert!(!same, "two classes that nothing tells apart");
                let members: Vec<usize> = class.members.iter().collect();
                prop_assert_eq!(members.len(), class.members.len());
                for (rank, member) in members.into_iter().enumerate() {
                    prop_assert_eq!(matrix.class_of_user(member), Some(at));
                    prop_assert_eq!(class.members.get(rank), Some(member));
                    prop_assert_eq!(class.members.rank(member), Some(rank));
                }
            }
            for (at, class) in matrix.applications.iter().enumerate() {
                prop_assert!(!class.any_other.is_empty() || !class.members.is_empty(), "an empty class");
                for member in class.members.iter() {
                    prop_assert_eq!(matrix.class_of_application(member), Some(at));
                }
            }
        }
    }
}
