//! The matrix by classes says the same as asking cell by cell.

use entente_policy::{Matrix, Resource, Subject, evaluate};
use proptest::prelude::*;

use super::essence;
use crate::questions::{ways, ways_within};
use crate::strategy::{Random, Shapes, config, scenario};

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn the_matrix_equals_cell_by_cell(Random(scenario) in scenario(Shapes::Any)) {
        for way in ways(&scenario).into_iter().chain(ways_within(&scenario)) {
            let matrix = Matrix::new(&scenario, &way.home, &way.resource, way.feature);
            for request in way.requests(&scenario) {
                let cell = evaluate(&scenario, &request);
                let user = match &request.user {
                    Subject::AnyOther => matrix.class_of_any_other_user(),
                    Subject::Anonymous | Subject::ServicePrincipal => None,
                    Subject::User(id) => {
                        let users = &matrix.connection.home.directory.users;
                        matrix.class_of_user(users.iter().position(|user| user.id == *id).unwrap())
                    }
                };
                let application = match &request.application {
                    Resource::AnyOther(kind) => matrix.class_of_any_other_application(*kind),
                    Resource::Application(id) => {
                        let applications = &matrix.connection.resource.directory.applications;
                        matrix.class_of_application(applications.iter().position(|app| app.app_id == *id).unwrap())
                    }
                };
                let class = matrix.class_decision(user.unwrap(), application.unwrap()).unwrap();
                prop_assert_eq!(essence(class), essence(&cell), "{:?}", &request);
                prop_assert_eq!(class.outcome, cell.outcome);
                prop_assert_eq!(matrix.look_up(&request.user, &request.application), Some(cell.outcome));
                prop_assert_eq!(matrix.decision(&request.user, &request.application), cell);
            }
        }
    }
}
