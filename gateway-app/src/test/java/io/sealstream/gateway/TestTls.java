package io.sealstream.gateway;

import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.sealstream.gateway.access.AccessList;
import io.sealstream.gateway.tls.TestAuthority;
import io.sealstream.gateway.tls.TestIdentity;
import io.sealstream.gateway.tls.TlsFiles;
import io.sealstream.gateway.tls.TlsSettings;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The files of a gateway that wants certificates of its clients, and a client that has one. */
public record TestTls(TlsFiles files, TestAuthority authority, TestIdentity server, TestIdentity client) {
    public static TestTls in(Path directory) {
        TestAuthority authority = TestAuthority.named("CN=authority");
        TlsFiles files =
                new TlsFiles(directory.resolve("tls.crt"), directory.resolve("tls.key"), directory.resolve("ca.crt"));
        TestTls tls = new TestTls(files, authority, authority.issue("CN=gateway"), authority.issue("CN=client"));
        tls.restore();
        return tls;
    }

    /** The files are as they were at first. */
    void restore() {
        server.write(files);
        trust(authority);
    }

    /** Clients of {@code other} are known, and no others. */
    void trust(TestAuthority other) {
        TestIdentity.write(Objects.requireNonNull(files.clientCa()), other.certificate());
    }

    /** Each of them may submit whatever the ledger takes. */
    CallerConfig callers() {
        return callers(AccessList.OPEN, null);
    }

    CallerConfig callers(AccessList access, @Nullable Path signingKey) {
        return new CallerConfig(settings(), access, signingKey, TestGateway.ANY);
    }

    private TlsSettings settings() {
        return new TlsSettings(files, Duration.ofMillis(50));
    }

    /** Of a client that shows {@code identity}, or nothing. */
    HttpClient http(@Nullable TestIdentity identity) {
        return HttpClient.newBuilder()
                .sslContext(TestIdentity.context(authority.certificate(), identity))
                .build();
    }

    /** A channel to {@code gateway} of a client that shows {@code identity}. */
    ManagedChannel channel(TestGateway gateway, TestIdentity identity) {
        return NettyChannelBuilder.forAddress("127.0.0.1", gateway.at("").getPort())
                .sslContext(of(identity))
                .build();
    }

    /** For a gRPC channel. */
    SslContext of(TestIdentity identity) {
        try {
            return GrpcSslContexts.configure(
                            SslContextBuilder.forClient()
                                    .trustManager(authority.certificate())
                                    .keyManager(identity.key(), identity.certificate()),
                            SslProvider.JDK)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
