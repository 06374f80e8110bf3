/**
 * The time that all IAM policies take over documents made to be slow, of 10,240 characters, and how it grows from half that
 * size: 2 is linear. Each is measured as an identity's policy (a role's and a user's) or as a resource's (a bucket's, and a
 * role's trust policy), in time of the processor, the median of rounds that share no document. `--check` fails
 * where one takes longer than it may; names after it choose among the documents.
 */
import { type Policy } from "../lib/core/policy";
import { type Stack } from "../lib/core/resource";
import { policies } from "../policies/registry";
import { plainResource, plainStack, violationsIn } from "../test/support/run-policies";
import { type HostileKind, hostileKinds } from "./support/hostile-documents";
import { median } from "./support/numbers";
import { serviceTrust } from "./support/policy-documents";

const size = 10_240;
const rounds = 3;
const longestTime = 150;
/** Documents that take less are too quick for their growth to be told from chance. */
const leastTime = 20;
const highestGrowth = 3;

const iam = policies.filter(({ id }) => id.startsWith("iam-"));

type Carry = (documents: readonly string[]) => Stack;

const carriers: Readonly<Record<HostileKind["carrier"], Readonly<Record<string, Carry>>>> = {
  identity: { role: onRole, user: onUser },
  resource: { bucket: onBucket, trust: asTrust },
};

function onRole(documents: readonly string[]): Stack {
  return plainStack([
    plainResource("aws:iam/role:Role", "r", { name: "r", assumeRolePolicy: serviceTrust }),
    ...documents.map((policy, index) =>
      plainResource("aws:iam/rolePolicy:RolePolicy", `r-${index}`, { name: `r-${index}`, role: "r", policy }),
    ),
  ]);
}

function onUser(documents: readonly string[]): Stack {
  return plainStack([
    plainResource("aws:iam/user:User", "u", { name: "u" }),
    ...documents.map((policy, index) =>
      plainResource("aws:iam/userPolicy:UserPolicy", `u-${index}`, { name: `u-${index}`, user: "u", policy }),
    ),
  ]);
}

function onBucket(documents: readonly string[]): Stack {
  return plainStack(
    documents.flatMap((policy, index) => [
      plainResource("aws:s3/bucket:Bucket", `b-${index}`, { bucket: `b-${index}` }),
      plainResource("aws:s3/bucketPolicy:BucketPolicy", `b-${index}`, { bucket: `b-${index}`, policy }),
    ]),
  );
}

function asTrust(documents: readonly string[]): Stack {
  return plainStack(
    documents.map((assumeRolePolicy, index) =>
      plainResource("aws:iam/role:Role", `r-${index}`, { name: `r-${index}`, assumeRolePolicy }),
    ),
  );
}

/** Milliseconds of the processor. */
function timeOf(stack: Stack, judged: readonly Policy[] = iam): number {
  const begin = process.cpuUsage();
  violationsIn(stack, judged);
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000;
}

let seed = 0;

function measure(kind: HostileKind, carry: Carry, characters: number): number {
  return median(Array.from({ length: rounds }, () => timeOf(carry(kind.documents(characters, ++seed)))));
}

/** Whether it is quick enough. */
function report(kind: HostileKind, on: string, carry: Carry): boolean {
  const half = measure(kind, carry, size / 2);
  const time = measure(kind, carry, size);
  const growth = time / half;
  const ok = time < longestTime && (time < leastTime || growth < highestGrowth);
  const figures = `${time.toFixed(0).padStart(7)} ms  x${growth.toFixed(1)}`;
  console.log(`${figures}  ${on.padEnd(6)}  ${kind.name}${ok ? "" : "  too slow"}`);
  return ok;
}

function printSlowest(kind: HostileKind, carry: Carry): void {
  const stack = carry(kind.documents(size, ++seed));
  const times = iam.map((policy) => ({ id: policy.id, time: timeOf(stack, [policy]) }));
  const slowest = times.sort((a, b) => b.time - a.time).slice(0, 8);
  for (const { id, time } of slowest) console.log(`    ${time.toFixed(1).padStart(7)} ms  ${id}`);
}

function main(words: readonly string[]): void {
  const names = words.filter((word) => !word.startsWith("--"));
  const chosen = hostileKinds.filter(({ name }) => names.length === 0 || names.some((each) => name.includes(each)));
  const cases = chosen.flatMap((kind) =>
    Object.entries(carriers[kind.carrier]).map(([on, carry]) => ({ kind, on, carry })),
  );
  for (const { kind, carry } of cases) timeOf(carry(kind.documents(size / 8, ++seed)));
  const results = cases.map(({ kind, on, carry }) => {
    const ok = report(kind, on, carry);
    if (words.includes("--slowest")) printSlowest(kind, carry);
    return ok;
  });
  if (words.includes("--check") && results.includes(false)) process.exitCode = 1;
}

main(process.argv.slice(2));
