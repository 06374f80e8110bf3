import { type Statement } from "../../access/document";
import { isUnknown } from "../../core/properties";
import { type Truth, all, any, truthOf } from "../../core/truth";
import { allowsSomething, coversOneOf } from "../statements";

/** What gives plain text from encrypted data: to decrypt it, or to encrypt it again under a key of one's own. */
const decryptions = ["kms:Decrypt", "kms:ReEncryptFrom"] as const;

/** Whether a statement of an identity's policy allows to decrypt with every key, of the account or of one region, without condition. */
export function decryptsWithAllKeys(statement: Statement): Truth {
  if (statement.conditions.some(({ unknown }) => !unknown)) return "no";
  return all([allowsSomething(statement), coversOneOf(statement, decryptions), meansAllKeys(statement)]);
}

function meansAllKeys({ resources, notResources }: Statement): Truth {
  if (resources === undefined) return truthOf(notResources !== undefined);
  return any(resources.map(({ value }) => (isUnknown(value) ? "unknown" : truthOf(isAllKeys(value)))));
}

/** `*`, or a key's ARN in which a star stands for the id. */
function isAllKeys(resource: string): boolean {
  return /^\*+$/.test(resource) || /^arn:[^:]*:(?:kms|\*):[^:]*:[^:]*:(?:key\/)?\*$/.test(resource);
}
