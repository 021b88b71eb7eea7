package io.sealstream.client;

import picocli.CommandLine.Command;

@Command(
        name = "key",
        description =
                "Changes which keys a ledger knows. Each change is an event in the ledger, certified by a root key.",
        subcommands = {KeyAddCommand.class, KeyRevokeCommand.class})
final class KeyCommand {}
