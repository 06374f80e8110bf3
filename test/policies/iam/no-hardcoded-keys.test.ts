import { WrittenTexts } from "../../../lib/aws/secrets/written-texts";
import policy from "../../../policies/iam/no-hardcoded-keys";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

/** The examples of AWS's documentation, which open nothing. */
const keyId = `AKIAIOSFODNN7EXAMPLE`;
const secret = `wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`;
const script = `#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${keyId}\nexport AWS_SECRET_ACCESS_KEY=${secret}\n`;
const both = [
  { id: "written", at: "userData", data: { noun: "instance", name: "web", kind: "access key id" } },
  { id: "written", at: "userData", data: { noun: "instance", name: "web", kind: "secret access key" } },
];
const of = (type: string) => ({ type });
const lambda = of("aws:lambda/function:Function");
const task = of("aws:ecs/taskDefinition:TaskDefinition");
const parameter = of("aws:ssm/parameter:Parameter");
const instance = of("aws:ec2/instance:Instance");

export default policyTest(policy, {
  pass: [
    { name: "a script", given: declare(WrittenTexts, "web", { userData: "#!/bin/sh\nyum update -y\n" }, instance) },
    {
      name: "what looks random but is none: a digest, a UUID, an ARN, an image, a commit",
      given: declare(
        WrittenTexts,
        "api",
        {
          environment: {
            variables: {
              COMMIT: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
              DIGEST: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              ID: "123e4567-e89b-12d3-a456-426614174000",
              ICON: `data:image/png;base64,${"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf".repeat(3)}=`,
              INTEGRITY: "2jmj7l5rSw0yVb/vlWAYkK/YBwkhYXcfFdsXWcnm",
              SECRET_ARN: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
            },
          },
        },
        lambda,
      ),
    },
    {
      name: "a secure parameter",
      given: declare(WrittenTexts, "key", { type: "SecureString", value: keyId }, parameter),
    },
    {
      name: "a name that is not known yet and says nothing",
      given: declare(WrittenTexts, "api", { environment: { variables: { TABLE: unknown() } } }, lambda),
      only: "preview",
    },
  ],
  fail: [
    {
      name: "the input of a step of a state machine",
      given: declare(
        WrittenTexts,
        "export",
        { definition: JSON.stringify({ States: { Copy: { Parameters: { AccessKeyId: keyId } } } }) },
        of("aws:sfn/stateMachine:StateMachine"),
      ),
      findings: [{ id: "written", at: "definition.States.Copy.Parameters.AccessKeyId" }],
    },
    {
      name: "a file of credentials in a bucket",
      given: declare(
        WrittenTexts,
        "config",
        { content: `[default]\naws_access_key_id = ${keyId}\n` },
        of("aws:s3/bucketObjectv2:BucketObjectv2"),
      ),
      findings: [{ id: "written", at: "content", data: { noun: "object", name: "config", kind: "access key id" } }],
    },
    {
      name: "user data",
      given: declare(WrittenTexts, "web", { userData: script }, instance),
      findings: both,
      controls: ["iam.access-key.hardcoded-compute"],
    },
    {
      name: "user data in base64",
      given: declare(WrittenTexts, "web", { userDataBase64: Buffer.from(script).toString("base64") }, instance),
      findings: both.map((each) => ({ ...each, at: "userDataBase64" })),
    },
    {
      name: "environment variables of a function",
      given: declare(WrittenTexts, "api", { environment: { variables: { KEY: keyId, SECRET_KEY: secret } } }, lambda),
      findings: [
        { id: "written", at: "environment.variables.KEY" },
        { id: "written", at: "environment.variables.SECRET_KEY" },
      ],
    },
    {
      name: "the containers of a task, in JSON",
      given: declare(
        WrittenTexts,
        "api",
        { containerDefinitions: JSON.stringify([{ environment: [{ name: "AWS_SECRET_ACCESS_KEY", value: secret }] }]) },
        task,
      ),
      findings: [{ id: "written", at: "containerDefinitions[0].environment[0].value" }],
    },
    {
      name: "a variable of a build",
      given: declare(
        WrittenTexts,
        "build",
        { environment: { environmentVariables: [{ name: "KEY", value: keyId }] } },
        of("aws:codebuild/project:Project"),
      ),
      findings: [{ id: "written", at: "environment.environmentVariables[0].value" }],
    },
    {
      name: "a parameter that everybody may read",
      given: declare(WrittenTexts, "key", { type: "String", value: keyId }, parameter),
      findings: [{ id: "written", at: "value" }],
    },
    {
      name: "a private key",
      given: declare(WrittenTexts, "web", { userData: `cat > k <<E\n-----BEGIN RSA PRIVATE KEY-----\nMIIE` }, instance),
      findings: [{ id: "written", at: "userData", data: { noun: "instance", name: "web", kind: "private key" } }],
    },
  ],
  unknown: [
    {
      name: "user data from elsewhere",
      given: declare(WrittenTexts, "web", { userData: unknown() }, instance),
      at: "userData",
    },
    {
      name: "a variable that is named a secret",
      given: declare(WrittenTexts, "api", { environment: { variables: { CLIENT_SECRET: unknown() } } }, lambda),
      at: "environment.variables.CLIENT_SECRET",
    },
  ],
  knownMisses: [
    {
      name: "a secret of a form of its own",
      given: declare(WrittenTexts, "api", { environment: { variables: { TOKEN: "hunter2" } } }, lambda),
      because: "only credentials with a form of their own are told from other texts",
    },
  ],
  silentWhenUnknown: {
    "Function.environment": "what is known later is not written into the program",
    "Project.environment": "what is known later is not written into the program",
  },
});
