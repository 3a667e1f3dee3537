//! A script of PowerShell that sends the requests.
//!
//! It calls `Invoke-MgGraphRequest` with bodies of its own: the commands that have a type for each resource send names
//! that Graph refuses.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::Cloud;

use super::{foot, head, permissions};
use crate::changes::{Changes, Command};
use crate::quote::{comment, json, powershell as quoted};

/// The changes as a script.
pub(super) fn powershell(changes: &Changes) -> String {
    let how = "Run it with -WhatIf first: it then says what it would send, and sends nothing.";
    let mut text = String::new();
    for line in head(changes, how).iter().chain(&foot(changes, false)) {
        text.push_str(&format!("# {}\n", comment(line)));
    }
    text.push_str("[CmdletBinding(SupportsShouldProcess)]\nparam()\n$ErrorActionPreference = 'Stop'\n");
    requests(&mut text, changes);
    commands(&mut text, &changes.commands);
    text
}

fn requests(text: &mut String, changes: &Changes) {
    if changes.operations.is_empty() {
        return;
    }
    let tenant = quoted(changes.tenant.as_str());
    let scopes: Vec<String> = permissions(changes).into_iter().map(quoted).collect();
    let environment = match changes.cloud {
        Cloud::Commercial => "",
        Cloud::UsGovernment => " -Environment USGov",
        Cloud::China => " -Environment China",
    };
    text.push_str(&format!(
        "\n$tenant = {tenant}\nConnect-MgGraph -TenantId $tenant -Scopes {}{environment} -NoWelcome\nif ((Get-MgContext).TenantId -ne $tenant) {{ throw 'This is another tenant.' }}\n",
        scopes.join(", ")
    ));
    for (at, operation) in changes.operations.iter().enumerate() {
        let number = at.saturating_add(1).to_string();
        let (method, url) = (operation.method.as_str(), quoted(&operation.url(changes.cloud)));
        text.push_str(&format!("\n# {number}. {}\n$uri = {url}\n", comment(&operation.does)));
        let mut send = format!("Invoke-MgGraphRequest -Method {method} -Uri $uri");
        if let Some(body) = &operation.body {
            // In a string between these marks nothing means anything, and no line of JSON begins with the last of them.
            text.push_str(&format!("$body = @'\n{}\n'@\n", json(body)));
            send.push_str(" -Body $body -ContentType 'application/json'");
        }
        text.push_str(&format!("if ($PSCmdlet.ShouldProcess($uri, '{method}')) {{ {send} | Out-Null }}\n"));
    }
}

fn commands(text: &mut String, commands: &[Command]) {
    for (at, command) in commands.iter().enumerate() {
        if at == 0 {
            text.push_str(&format!("\n# Microsoft Graph does not set the rest: {} does.\n", command.module));
            text.push_str("Connect-MicrosoftTeams | Out-Null\n");
        }
        text.push_str(&format!("# {}\n", comment(&command.does)));
        text.push_str(&format!(
            "if ($PSCmdlet.ShouldProcess({}, 'Run')) {{ {} }}\n",
            quoted(&command.line),
            command.line
        ));
    }
}
