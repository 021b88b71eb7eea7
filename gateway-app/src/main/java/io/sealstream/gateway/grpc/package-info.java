/** The gRPC service: messages of the contract to the core's values and back, answers to statuses. It decides nothing. */
@NullMarked
package io.sealstream.gateway.grpc;

import org.jspecify.annotations.NullMarked;
