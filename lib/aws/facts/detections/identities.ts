import type { UserIdentity } from "./record";
import type { Subjects } from "./subjects";

/** Who makes a call in the catalogue. */
export type Caller = "operator" | "intruder" | "root" | "root-by-service";

/** A signed-in session of an administrators' role. */
function operator({ account }: Subjects): UserIdentity {
  const issuer = { type: "Role", principalId: "AROACKCEVSQ6C2EXAMPLE", accountId: account, userName: "Operator" };
  return {
    type: "AssumedRole",
    principalId: "AROACKCEVSQ6C2EXAMPLE:nora",
    arn: `arn:aws:sts::${account}:assumed-role/Operator/nora`,
    accountId: account,
    accessKeyId: "ASIAIOSFODNN7EXAMPLE",
    sessionContext: {
      sessionIssuer: { ...issuer, arn: `arn:aws:iam::${account}:role/Operator` },
      attributes: { creationDate: "2026-10-01T08:55:02Z", mfaAuthenticated: "true" },
    },
  };
}

/** An IAM user with an access key, as a stolen one would be used. */
function intruder({ account }: Subjects): UserIdentity {
  return {
    type: "IAMUser",
    principalId: "AIDACKCEVSQ6C2EXAMPLE",
    arn: `arn:aws:iam::${account}:user/mallory`,
    accountId: account,
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    userName: "mallory",
  };
}

function root({ account }: Subjects): UserIdentity {
  return {
    type: "Root",
    principalId: account,
    arn: `arn:aws:iam::${account}:root`,
    accountId: account,
    accessKeyId: "ASIAI44QH8DHBEXAMPLE",
    sessionContext: { attributes: { creationDate: "2026-10-01T08:55:02Z", mfaAuthenticated: "true" } },
  };
}

export function identityOf(caller: Caller, subjects: Subjects): UserIdentity {
  switch (caller) {
    case "operator":
      return operator(subjects);
    case "intruder":
      return intruder(subjects);
    case "root":
      return root(subjects);
    case "root-by-service":
      return { ...root(subjects), invokedBy: "cloudfront.amazonaws.com" };
  }
}
