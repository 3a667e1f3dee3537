//! The table of tenant restrictions says what the page on universal tenant restrictions says.

use entente_policy::{Carrier, Id, Scenario, Status, Subject, tenant_restrictions_table};
use serde_json::{Value, json};

const CONTOSO: &str = "c0500000-0000-4000-8000-000000000000";
const FABRIKAM: &str = "fab00000-0000-4000-8000-000000000000";
const NORTHWIND: &str = "e0000000-0000-4000-8000-000000000000";
const PERSONAL: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

/// Contoso blocks every external tenant except Fabrikam.
fn scenario() -> Scenario {
    let everything = |access: &str| {
        json!({
            "usersAndGroups": { "accessType": access, "targets": [{ "target": "AllUsers", "targetType": "user" }] },
            "applications": {
                "accessType": access, "targets": [{ "target": "AllApplications", "targetType": "application" }]
            }
        })
    };
    let tenant = |id: &str, partners: Value| json!({ "id": id, "displayName": id, "crossTenantAccessPolicy": { "partners": partners } });
    let fabrikam = json!([{ "tenantId": FABRIKAM, "tenantRestrictions": everything("allowed") }]);
    let tenants =
        json!([tenant(CONTOSO, fabrikam), tenant(FABRIKAM, json!([])), tenant(NORTHWIND, json!([]))]);
    serde_json::from_value(json!({ "tenants": tenants })).unwrap()
}

#[test]
fn the_golden_table() {
    use Status::{Fail, Pass, Undocumented};
    let rows = tenant_restrictions_table(&scenario(), &Id::from(CONTOSO), Carrier::WindowsDevicePolicy);
    let find = |home: &str, resource: &str, user: Subject| {
        let found = rows.iter().find(|row| {
            let request = &row.decision.request;
            request.home.as_str() == home && request.resource.as_str() == resource && request.user == user
        });
        found.map(|row| (row.is_processed(), row.status())).unwrap()
    };
    for (home, resource, user, expected) in [
        // The four rows of the page.
        (CONTOSO, CONTOSO, Subject::AnyOther, (false, Pass)),
        (FABRIKAM, FABRIKAM, Subject::AnyOther, (true, Pass)),
        (NORTHWIND, NORTHWIND, Subject::AnyOther, (true, Fail)),
        (NORTHWIND, CONTOSO, Subject::AnyOther, (false, Pass)),
        // The rows of the other pages.
        (CONTOSO, FABRIKAM, Subject::AnyOther, (false, Pass)),
        (FABRIKAM, NORTHWIND, Subject::AnyOther, (true, Undocumented)),
        (PERSONAL, PERSONAL, Subject::AnyOther, (true, Fail)),
        (PERSONAL, NORTHWIND, Subject::AnyOther, (false, Pass)),
        (NORTHWIND, NORTHWIND, Subject::Anonymous, (true, Fail)),
        (CONTOSO, CONTOSO, Subject::Anonymous, (false, Pass)),
        (NORTHWIND, NORTHWIND, Subject::ServicePrincipal, (true, Fail)),
        (FABRIKAM, FABRIKAM, Subject::ServicePrincipal, (true, Pass)),
    ] {
        assert_eq!(find(home, resource, user.clone()), expected, "{home} → {resource}, {user:?}");
    }
    assert_eq!(rows.len(), 9 + 1 + 3 + 3 + 3);
}
