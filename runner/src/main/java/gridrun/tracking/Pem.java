package gridrun.tracking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in the text form of RFC 7468. */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    private Pem() {
    }

    /** All certificates, in the text's order. */
    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : blocks(text, "CERTIFICATE")) {
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        return certificates;
    }

    /**
     * The private key of a certificate: in PKCS#8 form, or in the older ones of RSA and of elliptic curves.
     *
     * @throws InvalidKeySpecException if there is none, or if it needs a password
     */
    static PrivateKey privateKey(String text, X509Certificate certificate) throws GeneralSecurityException {
        byte[] pkcs8;
        List<byte[]> keys = blocks(text, "PRIVATE KEY");
        if (keys.isEmpty()) {
            List<byte[]> older = new ArrayList<>(blocks(text, "RSA PRIVATE KEY"));
            older.addAll(blocks(text, "EC PRIVATE KEY"));
            if (older.isEmpty()) {
                throw new InvalidKeySpecException("there is no key that needs no password");
            }
            pkcs8 = pkcs8(older.get(0), certificate.getPublicKey().getEncoded());
        } else {
            pkcs8 = keys.get(0);
        }
        String algorithm = certificate.getPublicKey().getAlgorithm();
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** PKCS#8 has the older form inside, behind the name of the algorithm that the public key has, too (RFC 5208). */
    private static byte[] pkcs8(byte[] key, byte[] publicKey) {
        int algorithm = 2 + (publicKey[1] < 0 ? publicKey[1] & 0x7f : 0);
        int length = 2 + publicKey[algorithm + 1];
        byte[] name = Arrays.copyOfRange(publicKey, algorithm, algorithm + length);
        return der(SEQUENCE, VERSION_0, name, der(OCTETS, key));
    }

    private static byte[] der(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (length >= 0x100) {
            der.write(0x82);
            der.write(length >> 8);
        } else if (length >= 0x80) {
            der.write(0x81);
        }
        der.write(length);
        Arrays.stream(parts).forEach(der::writeBytes);
        return der.toByteArray();
    }

    private static List<byte[]> blocks(String text, String label) {
        List<byte[]> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals(label)) {
                blocks.add(Base64.getMimeDecoder().decode(block.group(2)));
            }
        }
        return blocks;
    }
}
