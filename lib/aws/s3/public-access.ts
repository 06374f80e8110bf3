import { type Claim, equals, every, isOneOf, isTrue, some, whether } from "../../core/claim";
import { type Stack } from "../../core/resource";
import { AccountPublicAccessBlock } from "./bucket-parts";
import {
  type Acl,
  type Grant,
  type PublicAccessBlock,
  publicAccessSettings,
  publicGroups,
  whereConfigured,
} from "./configuration";
import { type TrailBucket } from "./trail-buckets";

type Setting = keyof PublicAccessBlock;

/** Whether the stack declares a block for the bucket, or one for the whole account that does as much. */
export function hasPublicAccessBlock({ stack, publicAccessBlock }: TrailBucket): Claim {
  const declared = whether(publicAccessBlock, () => true, "no");
  return some(declared, declaresAccountBlock(stack));
}

/** Whether one setting is on, in the bucket's block or in the account's. `no` without any block. */
export function isBlocked({ stack, publicAccessBlock }: TrailBucket, setting: Setting): Claim {
  return some(
    whereConfigured(publicAccessBlock, (block) => isTrue(block[setting])),
    accountBlocks(stack, setting),
  );
}

/** Whether the stack declares a block for the whole account, with all four settings on. */
export function declaresAccountBlock(stack: Stack): Claim {
  return every(...publicAccessSettings.map((setting) => accountBlocks(stack, setting)));
}

function accountBlocks(stack: Stack, setting: Setting): Claim {
  return some(...AccountPublicAccessBlock.allIn(stack).map(({ settings }) => isTrue(settings[setting])));
}

/** What an ACL may give away: to read or to write for everybody, or anything for everybody with some AWS account. */
export type GivenAway = "read" | "write" | "anyAccount";

const cannedAcls: Readonly<Record<GivenAway, readonly string[]>> = {
  read: ["public-read", "public-read-write"],
  write: ["public-read-write"],
  anyAccount: ["authenticated-read"],
};

/** Whether an ACL gives that away. An ACL that is not declared is private. */
export function givesAway(acl: TrailBucket["acl"], what: GivenAway): Claim {
  return whereConfigured(acl, ({ canned, grants }: Acl) =>
    some(
      isOneOf(canned, cannedAcls[what]),
      whereConfigured(grants, (list) => some(...list.map((grant) => isGivenAway(grant, what)))),
    ),
  );
}

function isGivenAway({ group, permission }: Grant, what: GivenAway): Claim {
  switch (what) {
    case "read":
      return every(isOneOf(permission, ["READ", "READ_ACP", "FULL_CONTROL"]), equals(group, publicGroups.everybody));
    case "write":
      return every(isOneOf(permission, ["WRITE", "WRITE_ACP", "FULL_CONTROL"]), equals(group, publicGroups.everybody));
    case "anyAccount":
      return equals(group, publicGroups.everyAccount);
  }
}

/** Whether some grant of an ACL lets its grantee change the ACL. */
export function grantsAclChanges(acl: TrailBucket["acl"]): Claim {
  return whereConfigured(acl, ({ grants }) =>
    whereConfigured(grants, (list) => some(...list.map(({ permission }) => equals(permission, "WRITE_ACP")))),
  );
}
