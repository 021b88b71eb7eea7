package io.sealstream.gateway.grpc;

/** A field of a message breaks a rule. The message names it and says what is wrong. */
final class InvalidFieldException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidFieldException(String message) {
        super(message);
    }
}
