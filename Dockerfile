# One image for each program, from what `mvn package` made:
#   docker build --build-arg MODULE=sealer-app   -t sealstream/sealer .
#   docker build --build-arg MODULE=verifier-app -t sealstream/verifier .
#   docker build --build-arg MODULE=client       -t sealstream/client .
FROM eclipse-temurin:25-jre

ARG MODULE=sealer-app

# Volumes that are mounted here for the first time take over the owner.
RUN mkdir -p /keys /data /var/lib/sealstream && chown 10001:10001 /keys /data /var/lib/sealstream

COPY ${MODULE}/target/lib /opt/sealstream/lib
COPY ${MODULE}/target/sealstream-${MODULE}-*.jar /opt/sealstream/sealstream.jar

USER 10001:10001
WORKDIR /data
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-Dsun.misc.unsafe.memory.access=allow", "-jar", "/opt/sealstream/sealstream.jar"]
