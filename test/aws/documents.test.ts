import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { carriedBy, carriers, documentsIn, protectedBy } from "../../lib/aws/documents";
import { asResource, asStack, declareType, interpolate, jsonStringify, unknown } from "../support/program";

const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] };
const text = JSON.stringify(document);
const otherText = JSON.stringify({ Version: "2012-10-17", Statement: [] });

describe("documents of resources", () => {
  const cases: readonly [string, ReturnType<typeof declareType>, readonly (readonly string[])[]][] = [
    [
      "a role's trust policy and inline policies",
      declareType("aws:iam/role:Role", "ci", {
        assumeRolePolicy: text,
        inlinePolicies: [{ name: "deploy", policy: text }, {}],
      }),
      [
        ["inlineOfRole", "inline policy `deploy` of role `ci`", "inlinePolicies[0].policy", "known"],
        ["trust", "trust policy of role `ci`", "assumeRolePolicy", "known"],
      ],
    ],
    [
      "an inline policy of a named user",
      declareType("aws:iam/userPolicy:UserPolicy", "read", { user: "ada", policy: document }),
      [["inlineOfUser", "inline policy `read` of user `ada`", "policy", "known"]],
    ],
    [
      "a document that is not known yet",
      declareType("aws:sqs/queuePolicy:QueuePolicy", "jobs", { queueUrl: "https://queue", policy: unknown() }),
      [["resource", "queue policy `jobs`", "policy", "unknown"]],
    ],
    [
      "a document in an object",
      declareType("aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", "wide", {
        details: { name: "wide", policy: text },
      }),
      [["resource", "access point policy `wide`", "details.policy", "known"]],
    ],
    ["a bucket without a policy", declareType("aws:s3/bucket:Bucket", "data"), []],
    [
      "a service control policy, which is the default type",
      declareType("aws:organizations/policy:Policy", "guard", { content: text }),
      [["serviceControl", "service control policy `guard`", "content", "known"]],
    ],
    [
      "a resource control policy",
      declareType("aws:organizations/policy:Policy", "guard", { content: text, type: "RESOURCE_CONTROL_POLICY" }),
      [["resourceControl", "resource control policy `guard`", "content", "known"]],
    ],
    [
      "a tag policy, which is in another language",
      declareType("aws:organizations/policy:Policy", "tags", { content: "{}", type: "TAG_POLICY" }),
      [],
    ],
    [
      "an organization policy of a type that is not known yet",
      declareType("aws:organizations/policy:Policy", "guard", { content: text, type: unknown() }),
      [["serviceControl", "service control policy `guard`", "type", "unknown"]],
    ],
    ["a resource that carries none", declareType("aws:iam/user:User", "ada"), []],
  ];
  for (const [name, declared, expected] of cases) {
    it(name, () => {
      const found = carriedBy(asResource(declared, "preview"));
      assert.deepEqual(
        found.map(({ kind, label, read }) => [kind, label, read.place.path, read.kind]),
        expected,
      );
    });
  }

  it("are found in a stack by their kinds", () => {
    const stack = asStack(
      [
        declareType("aws:iam/policy:Policy", "read", { policy: text }),
        declareType("aws:iam/role:Role", "ci", { assumeRolePolicy: otherText }),
      ],
      "preview",
    );
    assert.deepEqual(
      documentsIn(stack, "trust").map(({ label }) => label),
      ["trust policy of role `ci`"],
    );
    assert.equal(documentsIn(stack).length, 2);
  });

  it("know what they protect, through a value that is not known yet", () => {
    const queue = declareType("aws:sqs/queue:Queue", "jobs");
    const policy = declareType("aws:sqs/queuePolicy:QueuePolicy", "jobs", {
      queueUrl: queue.id,
      policy: jsonStringify({ Statement: [{ Resource: interpolate`${queue.arn}` }] }),
    });
    const [found] = documentsIn(asStack([queue, policy], "preview"), "resource");
    assert.ok(found);
    const reference = protectedBy(asStack([queue, policy], "preview"), found, ["aws:sqs/queue:Queue"]);
    assert.equal(reference.kind === "resource" && reference.resource.name, "jobs");
  });
});

/** Properties with `policy` in their names that hold something else, or a document of AWS Organizations. */
const otherLanguages: readonly string[] = [
  "cloudformation/stack:Stack policyBody",
  "cloudwatch/logAccountPolicy:LogAccountPolicy policyDocument",
  "cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy policyDocument",
  "cloudwatch/logIndexPolicy:LogIndexPolicy policyDocument",
  "ecr/lifecyclePolicy:LifecyclePolicy policy",
  "iot/policyAttachment:PolicyAttachment policy",
  "networkmanager/coreNetworkPolicyAttachment:CoreNetworkPolicyAttachment policyDocument",
  "networkmanager/coreNetwork:CoreNetwork basePolicyDocument",
  "opensearch/serverlessAccessPolicy:ServerlessAccessPolicy policy",
  "opensearch/serverlessLifecyclePolicy:ServerlessLifecyclePolicy policy",
  "opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy policy",
  "resiliencehub/resiliencyPolicy:ResiliencyPolicy policy",
  "ses/receiptFilter:ReceiptFilter policy",
  "sns/dataProtectionPolicy:DataProtectionPolicy policy",
  "verifiedaccess/endpoint:Endpoint policyDocument",
  "verifiedaccess/group:Group policyDocument",
];

describe("the table of documents", () => {
  const declared = argumentsOfProvider();
  it("names every property of the provider that holds a document", () => {
    const named = new Set([
      ...carriers.map(({ type, path }) => `${type.slice("aws:".length)} ${path.split(".")[0] ?? ""}`),
      ...otherLanguages,
    ]);
    const candidates = declared.filter((each) =>
      / (policy|policyDocument|accessPolic(y|ies)|assumeRolePolicy|inlinePolicy|resourcePolicy|sessionPolicy|\w+PolicyDocument)$/.test(
        each,
      ),
    );
    assert.ok(candidates.length > 80, "the provider's declarations could not be read");
    assert.deepEqual(
      candidates.filter((each) => !named.has(each)),
      [],
    );
  });

  it("names only properties that exist", () => {
    const names = carriers.flatMap(({ type, path, protects }) =>
      [path.split(".")[0] ?? "", ...(protects === undefined ? [] : [protects])].map(
        (property) => `${type.slice("aws:".length)} ${property}`,
      ),
    );
    const known = new Set(declared);
    assert.deepEqual(
      names.filter((each) => !known.has(each)),
      [],
    );
  });
});

/** `iam/role:Role assumeRolePolicy` for every argument of text, document or object in the provider's declarations. */
function argumentsOfProvider(): readonly string[] {
  const root = dirname(require.resolve("@pulumi/aws/package.json"));
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (each) => each.isDirectory() && each.name !== "types",
  );
  return folders.flatMap(({ name }) =>
    readdirSync(join(root, name))
      .filter((file) => file.endsWith(".d.ts") && !file.startsWith("get"))
      .flatMap((file) =>
        argumentsIn(name, readFileSync(join(root, name, file), "utf8"), file.slice(0, -".d.ts".length)),
      ),
  );
}

function argumentsIn(folder: string, source: string, file: string): readonly string[] {
  const found = /^export interface (\w+)Args \{([^]*?)^\}/m.exec(source);
  if (!found) return [];
  const [, type = "", body = ""] = found;
  return [...body.matchAll(/^ {4}(\w+)\??: .*;$/gm)].map(([, name = ""]) => `${folder}/${file}:${type} ${name}`);
}
