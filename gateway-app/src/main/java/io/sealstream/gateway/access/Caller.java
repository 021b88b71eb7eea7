package io.sealstream.gateway.access;

import com.linecorp.armeria.server.ServiceRequestContext;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.security.auth.x500.X500Principal;

/** Who calls. */
public sealed interface Caller {
    /** As messages name it. */
    String name();

    /** @param subject of the certificate that the handshake verified */
    record Certified(X500Principal subject) implements Caller {
        @Override
        public String name() {
            return subject.getName();
        }
    }

    /** Without a certificate of its own. */
    record Anonymous(InetAddress address) implements Caller {
        @Override
        public String name() {
            return address.getHostAddress();
        }
    }

    static Caller of(ServiceRequestContext call) {
        SSLSession session = call.sslSession();
        InetAddress address = call.remoteAddress().getAddress();
        try {
            return session != null && session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? new Certified(certificate.getSubjectX500Principal())
                    : new Anonymous(address);
        } catch (SSLPeerUnverifiedException e) { // nobody asked it for one
            return new Anonymous(address);
        }
    }
}
