import { type PolicyDocument, type Statement } from "../../access/document";
import { isEveryAction } from "../../access/covered-actions";
import { grantsOf } from "../../access/grants";
import { isUnknown } from "../../core/properties";
import { type Truth, all, any, truthOf } from "../../core/truth";

/** What gives plain text from encrypted data: to decrypt it, or to encrypt it again under a key of one's own. */
const decryptions = ["kms:Decrypt", "kms:ReEncryptFrom"] as const;

/**
 * Whether a statement of an identity's policy allows to decrypt with every key, of the account or of one region, without
 * condition, and the document does not deny it. Not asked of what allows every action there is.
 */
export function decryptsWithAllKeys(statement: Statement, document: PolicyDocument): Truth {
  if (statement.conditions.some(({ unknown }) => !unknown) || allowsEverything(statement)) return "no";
  const policies = { identity: [{ name: "", document }] };
  const grants = decryptions
    .flatMap((action) => grantsOf(policies, action))
    .filter((grant) => grant.statement === statement);
  return all([any(grants.map(({ truth }) => truth)), meansAllKeys(statement)]);
}

function allowsEverything({ actions = [] }: Statement): boolean {
  return actions.some(({ value }) => !isUnknown(value) && isEveryAction(value));
}

function meansAllKeys({ resources, notResources }: Statement): Truth {
  if (resources === undefined) return truthOf(notResources !== undefined);
  return any(resources.map(({ value }) => (isUnknown(value) ? "unknown" : truthOf(isAllKeys(value)))));
}

/** `*`, or a key's ARN in which a star stands for the id. */
function isAllKeys(resource: string): boolean {
  return /^\*+$/.test(resource) || /^arn:[^:]*:(?:kms|\*):[^:]*:[^:]*:(?:key\/)?\*$/.test(resource);
}
