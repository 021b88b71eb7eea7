# An image for each program, from what `mvn -DskipTests package` made:
#   docker build --target sealer   -t sealstream/sealer .
#   docker build --target verifier -t sealstream/verifier .
#   docker build --target client   -t sealstream/client .
#   docker build --target gateway  -t sealstream/gateway .
FROM eclipse-temurin:25-jre AS program

LABEL org.opencontainers.image.vendor="Sealstream" \
      org.opencontainers.image.licenses="Apache-2.0"

# Volumes that are mounted here for the first time take over the owner.
RUN mkdir -p /keys /data /var/lib/sealstream && chown 10001:10001 /keys /data /var/lib/sealstream

USER 10001:10001
WORKDIR /data
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-Dsun.misc.unsafe.memory.access=allow", "-jar", "/opt/sealstream/sealstream.jar"]


FROM program AS verifier
LABEL org.opencontainers.image.title="sealstream-verifier" \
      org.opencontainers.image.description="verify, export, show, head, explain, doctor: replays a ledger and says whether it is whole"
COPY verifier-app/target/lib /opt/sealstream/lib
COPY verifier-app/target/sealstream-verifier-app-*.jar /opt/sealstream/sealstream.jar


FROM program AS client
LABEL org.opencontainers.image.title="sealstream-client" \
      org.opencontainers.image.description="keygen, key, submit: makes keys, registers them, and submits events"
COPY client/target/lib /opt/sealstream/lib
COPY client/target/sealstream-client-*.jar /opt/sealstream/sealstream.jar


FROM program AS gateway
LABEL org.opencontainers.image.title="sealstream-gateway" \
      org.opencontainers.image.description="gateway: takes events, and gives them back, over gRPC and HTTP"
COPY gateway-app/target/lib /opt/sealstream/lib
COPY gateway-app/target/sealstream-gateway-app-*.jar /opt/sealstream/sealstream.jar

HEALTHCHECK --interval=5s --timeout=5s --start-period=120s --retries=3 CMD ["bash", "-c", "\
  listener=${SEALSTREAM_LISTENER:-127.0.0.1:50051}; \
  exec 3<>/dev/tcp/127.0.0.1/${listener##*:} && \
  printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && \
  read -r _ code _ <&3 && [[ $code == 200 ]]"]


FROM program AS sealer
LABEL org.opencontainers.image.title="sealstream-sealer" \
      org.opencontainers.image.description="init, sealer: makes a ledger, and seals what is submitted"
COPY sealer-app/target/lib /opt/sealstream/lib
COPY sealer-app/target/sealstream-sealer-app-*.jar /opt/sealstream/sealstream.jar

# Healthy is a sealer that seals or stands by. The start period is for a start-up check that has much to read.
HEALTHCHECK --interval=5s --timeout=5s --start-period=120s --retries=3 CMD ["bash", "-c", "\
  listener=${SEALSTREAM_HEALTH_LISTENER:-127.0.0.1:8080}; \
  exec 3<>/dev/tcp/127.0.0.1/${listener##*:} && \
  printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && \
  read -r _ code _ <&3 && [[ $code == 200 ]]"]
