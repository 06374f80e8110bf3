import assert from "node:assert/strict";
import { actionWords, identityDocumentsOf } from "../../../lib/aws/iam/identity-documents";
import { grantsBesideWholeServices } from "../../../lib/aws/iam/written-actions";
import { allow, managed } from "../../support/iam-documents";
import { asStack } from "../../support/program";

/** The actions of the one grant of a statement, as messages tell them. */
function wordsFor(actions: string | readonly string[], wanted: (name: string) => boolean = () => true): string {
  const program = managed(allow(actions));
  const [document] = identityDocumentsOf(asStack([program].flat(), "deployed"));
  assert.ok(document);
  const [grant] = grantsBesideWholeServices(document, ({ name }) => wanted(name));
  return grant ? actionWords(grant) : "";
}

const queues = ["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:PurgeQueue", "sqs:ReceiveMessage", "sqs:SendMessage"];

const table: readonly (readonly [title: string, words: string, expected: RegExp])[] = [
  [
    "a few by their names",
    wordsFor(["sqs:CreateQueue", "sqs:DeleteQueue"]),
    /^`sqs:CreateQueue` and `sqs:DeleteQueue`$/,
  ],
  ["what a wildcard gives, while it is little", wordsFor("sqs:Purge*"), /^`sqs:PurgeQueue`$/],
  ["many by name", wordsFor(queues), /^`sqs:CreateQueue`, `sqs:DeleteQueue`, `sqs:PurgeQueue` and 2 more$/],
  ["many by a wildcard", wordsFor("ec2:Create*"), /^`ec2:Create\*` \(\d{2,} actions\)$/],
  [
    "a wildcard beside a name",
    wordsFor(["ec2:Create*", "sqs:PurgeQueue"]),
    /^`ec2:Create\*` \(\d{2,} actions\) and `sqs:PurgeQueue`$/,
  ],
  ["nothing of a service that is given as a whole", wordsFor(["s3:*", "s3:PutObject"]), /^$/],
  ["what stands beside it", wordsFor(["s3:*", "sqs:PurgeQueue"]), /^`sqs:PurgeQueue`$/],
];

describe("the actions of a grant in words", () => {
  for (const [title, words, expected] of table) it(title, () => assert.match(words, expected));
});
