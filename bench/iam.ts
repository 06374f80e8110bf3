/**
 * Documents per second through all IAM policies in one process, at three sizes, beside the parliament of PyPI over the
 * same documents, and the time that one document full of wildcards takes. With `--check`, growth by more than half a
 * document's time from the smallest size to the largest fails, and so do wildcards that take 50 ms or more.
 */
import { spawnSync } from "node:child_process";
import { type Policy } from "../lib/core/policy";
import { type Stack } from "../lib/core/resource";
import { policies } from "../policies/registry";
import { installPythonPackage } from "../scripts/python-package";
import { plainResource, plainStack, violationsIn } from "../test/support/run-policies";
import { median } from "./support/numbers";
import { policyDocuments, serviceTrust, wildcardDocuments } from "./support/policy-documents";
import { millisecondsOf } from "./support/time";

const sizes = [10, 100, 1_000];
const statements = 20;
const rounds = 5;
const highestGrowth = 1.5;
const highestWildcardTime = 50;
const parliament = { name: "parliament", version: "1.6.4" };
/** What parliament is measured over: it takes too long for more. */
const comparedDocuments = 100;

const iam = policies.filter(({ id }) => id.startsWith("iam-"));

/** A role for each document, which has it inline. Nothing is shared between stacks. */
function stackOf(documents: readonly string[]): Stack {
  return plainStack(
    documents.flatMap((policy, index) => {
      const name = `r-${index}`;
      return [
        plainResource("aws:iam/role:Role", name, { name, assumeRolePolicy: serviceTrust }),
        plainResource("aws:iam/rolePolicy:RolePolicy", name, { name, role: name, policy }),
      ];
    }),
  );
}

function milliseconds(documents: readonly string[], judged: readonly Policy[] = iam): number {
  const stack = stackOf(documents);
  return millisecondsOf(() => violationsIn(stack, judged));
}

function medianTime(documents: readonly string[]): number {
  return median(Array.from({ length: rounds }, () => milliseconds(documents)));
}

/** Milliseconds per document at each size. */
function measureSizes(): readonly number[] {
  console.log(`${iam.length} policies over documents of ${statements} statements, median of ${rounds} rounds`);
  return sizes.map((size) => {
    const time = medianTime(policyDocuments(size, statements));
    console.log(`  ${size} documents: ${time.toFixed(0)} ms, ${((1_000 * size) / time).toFixed(0)} documents/s`);
    return time / size;
  });
}

/** Each round has a document of its own: what is remembered of patterns helps none. */
function measureWildcards(): number {
  const documents = wildcardDocuments(rounds);
  const time = median(documents.map((document) => milliseconds([document])));
  const [first = ""] = documents;
  const count = first.split("*").length - 1;
  console.log(`  one document of ${first.length} characters with ${count} wildcards: ${time.toFixed(1)} ms`);
  return time;
}

/** The policies that take longest, for those who want to make them faster. */
function printSlowest(): void {
  const stack = stackOf(policyDocuments(comparedDocuments, statements));
  const times = iam.map((policy) => ({ id: policy.id, time: millisecondsOf(() => violationsIn(stack, [policy])) }));
  const slowest = times.sort((a, b) => b.time - a.time).slice(0, 8);
  console.log(`the slowest policies over ${comparedDocuments} documents (what several share counts for the first)`);
  for (const { id, time } of slowest) console.log(`  ${id} ${time.toFixed(1)} ms`);
}

const script = `
import json, sys, time
from parliament import analyze_policy_string
documents = json.load(sys.stdin)
analyze_policy_string(documents[0])
begin = time.perf_counter()
for document in documents:
    analyze_policy_string(document)
print((time.perf_counter() - begin) * 1000)
`;

async function compareWithParliament(): Promise<void> {
  const python = await installPythonPackage(parliament);
  if (python.kind === "unavailable") {
    console.log(`parliament: skipped, ${python.reason}`);
    return;
  }
  const documents = policyDocuments(comparedDocuments, statements);
  const input = JSON.stringify(documents);
  const { stdout, stderr, status } = spawnSync(python.path, ["-W", "ignore", "-c", script], {
    input,
    encoding: "utf8",
  });
  if (status !== 0) {
    console.log(`parliament: skipped, it ended with ${status}: ${stderr.trim().split("\n").pop() ?? ""}`);
    return;
  }
  const [theirs, ours] = [Number(stdout), medianTime(documents)];
  console.log(
    `  parliament ${parliament.version} over ${comparedDocuments} of the documents: ${theirs.toFixed(0)} ms, trailguard ${ours.toFixed(0)} ms, ratio ${(theirs / ours).toFixed(1)}`,
  );
}

async function main(check: boolean): Promise<void> {
  milliseconds(policyDocuments(sizes[0] ?? 1, statements));
  printSlowest();
  const times = measureSizes();
  const growth = (times[times.length - 1] ?? NaN) / (times[0] ?? NaN);
  console.log(`  time per document, largest size by smallest: ${growth.toFixed(2)} (1 is linear)`);
  const wildcards = measureWildcards();
  await compareWithParliament();
  if (check && !(growth <= highestGrowth && wildcards < highestWildcardTime)) {
    console.error("the time per document grows with their number, or wildcards take too long");
    process.exitCode = 1;
  }
}

void main(process.argv.includes("--check"));
