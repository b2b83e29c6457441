//! Tells Zed how to start incident-ls for Markdown.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{self as zed, serde_json};

struct IncidentLs;

impl zed::Extension for IncidentLs {
    fn new() -> Self {
        IncidentLs
    }

    fn language_server_command(
        &mut self,
        _server: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        let command = worktree
            .which("incident-ls")
            .ok_or("incident-ls is not in PATH; see README.md for how to install it")?;

        Ok(zed::Command {
            command,
            args: vec!["--stdio".into()],
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?;

        Ok(settings.initialization_options)
    }
}

zed::register_extension!(IncidentLs);
