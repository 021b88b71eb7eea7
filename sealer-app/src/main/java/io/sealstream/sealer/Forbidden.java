package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import org.apache.kafka.common.errors.AuthorizationException;

/** What to say where the brokers refuse something and do not name it. */
final class Forbidden {
    private Forbidden() {}

    /** @param operation as ACLs name it */
    static CommandFailure of(String operation, String resource, String address, AuthorizationException cause) {
        return new CommandFailure(
                ExitCode.ERROR,
                "no permission for " + operation + " on " + resource + " at " + address
                        + "; ask for an ACL, or use other credentials (--command-config)",
                cause);
    }
}
