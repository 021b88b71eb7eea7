package io.sealstream.gateway.grpc;

import io.grpc.stub.StreamObserver;
import io.sealstream.gateway.proto.CertifiedEvent;

/** What comes in a stream that was refused already. */
final class IgnoredEvents implements StreamObserver<CertifiedEvent> {
    @Override
    public void onNext(CertifiedEvent event) {}

    @Override
    public void onError(Throwable gone) {}

    @Override
    public void onCompleted() {}
}
