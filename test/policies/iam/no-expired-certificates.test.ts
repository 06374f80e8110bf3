import { ServerCertificate } from "../../../lib/aws/iam/server-certificate";
import policy from "../../../policies/iam/no-expired-certificates";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

/** Of a key made for this test; it expires on the first of June 2026. */
const certificateBody = `-----BEGIN CERTIFICATE-----
MIIBEzCBugIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtleGFtcGxlLmNvbTAe
Fw0yNTA2MDEwMDAwMDBaFw0yNjA2MDEwMDAwMDBaMBYxFDASBgNVBAMMC2V4YW1w
bGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEhuK0BHSCHl5SB8BKjNrf
F1vfyeiwGp40hNlfKpIb1q8FH//UgKQ5/vRXWh66xoszXcfW33hfdOcqdQX+4SaB
jDAKBggqhkjOPQQDAgNIADBFAiB837A6AhGixdBS04P2vcl8jszqfiG60Mo9JCGR
Ime5jwIhAMjodqPcAob9TR/1CsDeQ7KTzDMFJmoIyatX+rEzx16J
-----END CERTIFICATE-----`;
const certificate = declare(ServerCertificate, "web", { certificateBody, privateKey: "PEM" });

export default policyTest(policy, {
  pass: [
    { name: "good for half a year", now: new Date("2026-01-01T12:00:00Z"), given: certificate },
    {
      name: "a site that does not want to be told early",
      config: { minimumDays: 0 },
      now: new Date("2026-05-31T12:00:00Z"),
      given: certificate,
    },
  ],
  fail: [
    {
      name: "expired",
      now: new Date("2026-06-24T12:00:00Z"),
      given: certificate,
      findings: [{ id: "expired", at: "certificateBody", data: { certificate: "web", days: "23" } }],
      controls: ["iam.server-certificate.expired"],
    },
    {
      name: "about to expire",
      now: new Date("2026-05-25T12:00:00Z"),
      given: certificate,
      findings: [{ id: "expiring", at: "certificateBody", data: { certificate: "web", days: "7", minimum: "14" } }],
    },
    {
      name: "a site that wants to know early",
      config: { minimumDays: 60 },
      now: new Date("2026-05-01T12:00:00Z"),
      given: certificate,
      findings: [{ id: "expiring", at: "certificateBody", data: { certificate: "web", days: "31", minimum: "60" } }],
    },
  ],
  unknown: [
    {
      name: "a certificate that is not known yet",
      given: declare(ServerCertificate, "web", { certificateBody: unknown(), privateKey: unknown() }),
      at: "certificateBody",
    },
  ],
  knownMisses: [
    {
      name: "what is no certificate",
      given: declare(ServerCertificate, "web", { certificateBody: "PEM", privateKey: "PEM" }),
      because: "AWS refuses it at the deployment, and it has no date",
    },
  ],
});
