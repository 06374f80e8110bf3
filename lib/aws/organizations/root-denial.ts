import { conditionsHold } from "../../access/conditions";
import { requestContext, undeterminedKey } from "../../access/context";
import { type PolicyDocument, type Statement, hasPolicyVariables } from "../../access/document";
import { coversAction } from "../../access/evaluate";
import { type Claim, claim, some } from "../../core/claim";
import { type Stack } from "../../core/resource";
import { all, any, truthOf } from "../../core/truth";
import { documentsIn } from "../documents";

const root = requestContext(
  { "aws:PrincipalArn": "arn:aws:iam::999999999999:root", "aws:PrincipalType": "Account" },
  undeterminedKey,
);

/** What somebody signed in as root would do for want of a role. */
const dailyActions = ["ec2:RunInstances", "iam:CreateUser", "s3:PutObject"] as const;

/** Whether some service control policy of the stack denies root users daily work, wherever it is attached. */
export function deniesRoot(stack: Stack): Claim {
  const claims = documentsIn(stack, "serviceControl").map(({ read }) => {
    if (read.kind !== "known") return claim("unknown", read.place);
    const document = read.value;
    return claim(any(document.statements.map((statement) => deniesDailyWork(statement, document))), read.place);
  });
  return some(...claims);
}

function deniesDailyWork(statement: Statement, document: PolicyDocument) {
  return all([
    truthOf(statement.effect === "Deny"),
    ...dailyActions.map((action) => coversAction(statement, action)),
    conditionsHold(statement.conditions, root, hasPolicyVariables(document)),
  ]);
}
