//! The scripts that export a tenant to one file, to be copied: they avoid every quirk that this reader has to know.

/// In which shell a tenant is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportScript {
    /// PowerShell with the module Microsoft.Graph.Authentication, in Windows PowerShell or later.
    PowerShell,
    /// A shell of Unix with the Azure CLI and jq.
    Shell,
}

impl ExportScript {
    /// The script.
    pub fn text(self) -> &'static str {
        match self {
            ExportScript::PowerShell => include_str!("script/export.ps1"),
            ExportScript::Shell => include_str!("script/export.sh"),
        }
    }

    /// What to call its file.
    pub fn file_name(self) -> &'static str {
        match self {
            ExportScript::PowerShell => "export.ps1",
            ExportScript::Shell => "export.sh",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ExportScript;
    use crate::import::What;

    /// The quirks by their numbers in the list that the shapes are tested by.
    #[test]
    fn the_scripts_avoid_the_quirks() {
        for script in [ExportScript::PowerShell, ExportScript::Shell] {
            let text = script.text();
            assert!(text.contains("@odata.nextLink"), "Q9: all pages");
            assert!(text.contains("$expand=identitySynchronization"), "Q2: synchronization is asked for");
            assert!(
                !text.contains("partners?$select") && !text.contains("default?$select"),
                "Q2: settings are whole"
            );
            assert!(
                !text.contains("Get-MgPolicy") && !text.contains("Get-MgBeta"),
                "Q3, Q11: no objects of the module"
            );
            assert!(text.contains("tenantId"), "Q22: it says whose it is");
            assert!(text.contains("groups") && text.contains("users") && text.contains("servicePrincipals"));
            for what in What::WHOLE {
                let path = what.request().unwrap();
                let path = path.split("/v1.0/").nth(1).unwrap();
                assert!(text.contains(path), "{path} is not asked for");
            }
            assert!(
                !["Patch", "PATCH", "POST", "DELETE", "ReadWrite"].iter().any(|word| text.contains(word)),
                "it only reads"
            );
        }
        let text = ExportScript::PowerShell.text();
        let to_json = text.lines().filter(|line| line.contains("ConvertTo-Json"));
        assert!(
            to_json.clone().count() > 0 && to_json.clone().all(|line| line.contains("-Depth 100")),
            "Q12"
        );
        assert!(to_json.into_iter().all(|line| line.contains("-InputObject")), "Q10: a pipe unrolls lists");
        let requests = text.lines().filter(|line| line.contains("Invoke-MgGraphRequest"));
        assert!(
            requests.into_iter().all(|line| line.contains("-OutputType Json")),
            "Q8, Q12: JSON as it comes"
        );
        assert!(text.contains("UTF8Encoding") && !text.contains("Out-File") && !text.contains("> "), "Q13");
    }
}
