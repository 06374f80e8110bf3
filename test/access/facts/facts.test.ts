import assert from "node:assert/strict";
import { actionFacts, actionFactsDate, expandActions, nearestAction } from "../../../lib/access/facts/actions";
import {
  conditionKeyFacts,
  conditionKeyType,
  isMultivalued,
  nearestConditionKey,
} from "../../../lib/access/facts/condition-keys";
import { isManagedPolicy, nearestManagedPolicy } from "../../../lib/access/facts/managed-policies";

describe("action facts", () => {
  it("know an action in any case", () => {
    const facts = actionFacts("S3:getobject");
    assert.equal(facts?.name, "s3:GetObject");
    assert.equal(facts.level, "Read");
    assert.deepEqual(
      facts.resourceTypes.map((type) => type.name),
      ["accesspointobject", "object"],
    );
    assert.ok(facts.conditionKeys.includes("s3:ExistingObjectTag/<key>"));
  });

  const levels: readonly (readonly [action: string, level: string])[] = [
    ["s3:ListBucket", "List"],
    ["s3:PutObject", "Write"],
    ["s3:PutBucketPolicy", "Permissions management"],
    ["ec2:CreateTags", "Tagging"],
    ["iam:PassRole", "Write"],
    ["iam:AttachRolePolicy", "Permissions management"],
  ];
  for (const [action, level] of levels) {
    it(`${action} is of level ${level}`, () => assert.equal(actionFacts(action)?.level, level));
  }

  it("say which actions take no resource", () => {
    assert.deepEqual(actionFacts("ec2:DescribeInstances")?.resourceTypes, []);
  });

  it("do not know what AWS does not list", () => {
    assert.equal(actionFacts("s3:GetObjets"), undefined);
    assert.equal(actionFacts("nothing"), undefined);
    assert.equal(actionFacts("__proto__:x"), undefined);
  });

  it("expand wildcards", () => {
    assert.deepEqual(expandActions("iam:*VirtualMFA*"), [
      "iam:CreateVirtualMFADevice",
      "iam:DeleteVirtualMFADevice",
      "iam:ListVirtualMFADevices",
    ]);
    assert.deepEqual(expandActions("s3:GetObject"), ["s3:GetObject"]);
    assert.deepEqual(expandActions("s3:Gett*"), []);
    assert.ok(expandActions("*").length > 15_000);
  });

  it("guess what was meant", () => {
    assert.equal(nearestAction("s3:GetObjets"), "s3:GetObject");
    assert.equal(nearestAction("lamda:InvokeFunction"), "lambda:InvokeFunction");
    assert.equal(nearestAction("logs:PutLogEvent"), "logs:PutLogEvents");
    assert.equal(nearestAction("zzzzzzzz:Nothing"), undefined);
  });

  it("are dated", () => assert.match(actionFactsDate(), /^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/));
});

describe("condition key facts", () => {
  const types: readonly (readonly [key: string, type: string | undefined])[] = [
    ["aws:sourcearn", "ARN"],
    ["aws:SourceIp", "IPAddress"],
    ["aws:SourceVpcArn", "ARN"],
    ["aws:SignInSessionArn", "ARN"],
    ["codebuild:ProjectArn", "ARN"],
    ["aws:VpceOrgPaths", "ArrayOfString"],
    ["aws:EpochTime", "Date"],
    ["aws:PrincipalTag/team", "String"],
    ["aws:TagKeys", "ArrayOfString"],
    ["aws:MultiFactorAuthPresent", "Bool"],
    ["kms:EncryptionContext:aws:cloudtrail:arn", "String"],
    ["s3:max-keys", "Numeric"],
    ["s3:ExistingObjectTag/owner", "String"],
    ["token.actions.githubusercontent.com:sub", "String"],
    ["oidc.eks.eu-west-1.amazonaws.com/id/AAA:aud", "String"],
    ["token.actions.githubusercontent.com:repository_owner_id", "String"],
    ["token.actions.acme.ghe.com:ref", "String"],
    ["oidc.circleci.com/org/1:oidc.circleci.com/project-id", "String"],
    ["accounts.google.com:google/organization_number", "Numeric"],
    ["login.example.com:email", "String"],
    ["login.example.com:amr", "ArrayOfString"],
    ["login.example.com:groups", undefined],
    ["token.actions.githubusercontent.com:repository_owner", undefined],
    ["aws:SourceArm", undefined],
    ["s3:nothing", undefined],
    ["aws:PrincipalTag/", undefined],
  ];
  for (const [key, type] of types) {
    it(`${key} is of type ${type ?? "nothing known"}`, () => assert.equal(conditionKeyType(key), type));
  }

  it("tell keys with several values", () => assert.equal(isMultivalued("ArrayOfString"), true));
  it("guess what was meant", () => assert.equal(nearestConditionKey("aws:SourceArm"), "aws:SourceArn"));
  it("guess which claim was meant", () => {
    const github = "token.actions.githubusercontent.com";
    assert.equal(nearestConditionKey(`${github}:repository_owner`), `${github}:repository_owner_id`);
    assert.equal(nearestConditionKey("login.example.com:subb"), "login.example.com:sub");
    assert.equal(nearestConditionKey("login.example.com:groups"), undefined);
  });
  it("keep AWS's spelling", () => assert.equal(conditionKeyFacts("AWS:SECURETRANSPORT")?.name, "aws:SecureTransport"));
});

describe("AWS managed policies", () => {
  const states: readonly (readonly [arn: string, state: string | undefined])[] = [
    ["arn:aws:iam::aws:policy/AdministratorAccess", "exists"],
    ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", "exists"],
    ["arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole", "missing"],
    ["arn:aws:iam::aws:policy/AWSLambdaFullAccess", "deprecated"],
    ["arn:aws:iam::aws:policy/ReadOnlyAcces", "missing"],
    ["arn:aws-us-gov:iam::aws:policy/OnlyThere", undefined],
    ["arn:aws:iam::111122223333:policy/AdministratorAccess", undefined],
  ];
  for (const [arn, state] of states) {
    it(`${arn}: ${state ?? "cannot tell"}`, () => assert.equal(isManagedPolicy(arn), state));
  }

  it("guess what was meant", () => {
    assert.equal(
      nearestManagedPolicy("arn:aws:iam::aws:policy/ReadOnlyAcces"),
      "arn:aws:iam::aws:policy/ReadOnlyAccess",
    );
    assert.equal(
      nearestManagedPolicy("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole"),
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    );
  });
});
