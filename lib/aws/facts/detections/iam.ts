import type { PropertyMap } from "../../../core/properties";
import { type Detection, detectionByName } from "./detection";
import { apiCall, type CatalogueEvent } from "./event";

const administratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";
const policyDocument = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

const names: Readonly<Record<string, PropertyMap>> = {
  Group: { groupName: "developers" },
  Role: { roleName: "deploy" },
  User: { userName: "mallory" },
};

function principalCall(verb: "Put" | "Delete" | "Attach" | "Detach", principal: string): CatalogueEvent {
  const inline = verb === "Put" ? { policyName: "all", policyDocument } : { policyName: "all" };
  const policy = verb === "Put" || verb === "Delete" ? inline : { policyArn: administratorAccess };
  return apiCall("iam", `${verb}${principal}Policy`, { parameters: () => ({ ...names[principal], ...policy }) });
}

const managed = (account: string) => `arn:aws:iam::${account}:policy/deploy`;

export const iamPolicyChanges: Detection = detectionByName({
  id: "iam-policy-changes",
  title: "Changes to IAM policies",
  why: "A changed policy is how an intruder's rights grow, and how they stay.",
  practice: 15,
  controls: ["alarm.cis.iam-policy-changes"],
  level: "advisory",
  mustRing: [
    ...["Group", "Role", "User"].flatMap((principal) => [
      principalCall("Put", principal),
      principalCall("Delete", principal),
      principalCall("Attach", principal),
      principalCall("Detach", principal),
    ]),
    apiCall("iam", "CreatePolicy", {
      parameters: () => ({ policyName: "deploy", policyDocument }),
      response: ({ account }) => ({ policy: { policyName: "deploy", arn: managed(account), defaultVersionId: "v1" } }),
    }),
    apiCall("iam", "DeletePolicy", { parameters: ({ account }) => ({ policyArn: managed(account) }) }),
    apiCall("iam", "CreatePolicyVersion", {
      parameters: ({ account }) => ({ policyArn: managed(account), policyDocument, setAsDefault: true }),
      response: () => ({ policyVersion: { versionId: "v2", isDefaultVersion: true } }),
    }),
    apiCall("iam", "DeletePolicyVersion", {
      parameters: ({ account }) => ({ policyArn: managed(account), versionId: "v1" }),
    }),
  ],
  shouldRing: [
    apiCall("iam", "SetDefaultPolicyVersion", {
      parameters: ({ account }) => ({ policyArn: managed(account), versionId: "v1" }),
    }),
    apiCall("iam", "DeleteRolePermissionsBoundary", { parameters: () => ({ ...names["Role"] }) }),
    apiCall("iam", "DeleteUserPermissionsBoundary", { parameters: () => ({ ...names["User"] }) }),
    apiCall("iam", "PutRolePermissionsBoundary", {
      parameters: () => ({ ...names["Role"], permissionsBoundary: administratorAccess }),
    }),
    apiCall("iam", "PutUserPermissionsBoundary", {
      parameters: () => ({ ...names["User"], permissionsBoundary: administratorAccess }),
    }),
  ],
  lookAlikes: [
    apiCall("iam", "ListPolicies", { readOnly: true, parameters: () => ({ onlyAttached: true }) }),
    apiCall("iam", "GetRolePolicy", { readOnly: true, parameters: () => ({ roleName: "deploy", policyName: "all" }) }),
    apiCall("iam", "GetPolicyVersion", {
      readOnly: true,
      parameters: ({ account }) => ({ policyArn: managed(account), versionId: "v1" }),
    }),
  ],
});

const mfaDevice = (account: string) => `arn:aws:iam::${account}:mfa/nora`;

export const iamCredentialChanges: Detection = detectionByName({
  id: "iam-credential-changes",
  title: "New or changed IAM credentials",
  why: "A second access key, a console password or a wider trust policy is the intruder's way back in.",
  practice: 15,
  controls: [],
  level: "advisory",
  mustRing: [
    apiCall("iam", "CreateAccessKey", {
      by: "intruder",
      parameters: () => ({ userName: "nora" }),
      response: () => ({ accessKey: { userName: "nora", accessKeyId: "AKIAI44QH8DHBEXAMPLE", status: "Active" } }),
    }),
    apiCall("iam", "CreateLoginProfile", { by: "intruder", parameters: () => ({ userName: "nora" }) }),
    apiCall("iam", "UpdateLoginProfile", { by: "intruder", parameters: () => ({ userName: "nora" }) }),
    apiCall("iam", "UpdateAssumeRolePolicy", {
      by: "intruder",
      parameters: () => ({
        roleName: "deploy",
        policyDocument:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]}',
      }),
    }),
    apiCall("iam", "DeactivateMFADevice", {
      by: "intruder",
      parameters: ({ account }) => ({ userName: "nora", serialNumber: mfaDevice(account) }),
    }),
  ],
  shouldRing: [
    apiCall("iam", "CreateUser", {
      parameters: () => ({ userName: "support" }),
      response: ({ account }) => ({ user: { userName: "support", arn: `arn:aws:iam::${account}:user/support` } }),
    }),
    apiCall("iam", "AddUserToGroup", { parameters: () => ({ userName: "support", groupName: "administrators" }) }),
    apiCall("iam", "UpdateAccessKey", {
      parameters: () => ({ userName: "nora", accessKeyId: "AKIAI44QH8DHBEXAMPLE", status: "Active" }),
    }),
    apiCall("iam", "CreateServiceSpecificCredential", {
      parameters: () => ({ userName: "nora", serviceName: "codecommit.amazonaws.com" }),
    }),
    apiCall("iam", "DeleteVirtualMFADevice", {
      parameters: ({ account }) => ({ serialNumber: mfaDevice(account) }),
    }),
    apiCall("iam", "UpdateAccountPasswordPolicy", { parameters: () => ({ minimumPasswordLength: 6 }) }),
    apiCall("iam", "DeleteAccountPasswordPolicy"),
    apiCall("iam", "CreateSAMLProvider", { parameters: () => ({ name: "login", sAMLMetadataDocument: "" }) }),
    apiCall("iam", "UpdateSAMLProvider", {
      parameters: ({ account }) => ({ sAMLProviderArn: `arn:aws:iam::${account}:saml-provider/login` }),
    }),
    apiCall("iam", "CreateOpenIDConnectProvider", {
      parameters: () => ({ url: "https://login.example.com", clientIDList: ["sts.amazonaws.com"] }),
    }),
  ],
  lookAlikes: [
    apiCall("iam", "ListAccessKeys", { readOnly: true, parameters: () => ({ userName: "nora" }) }),
    apiCall("iam", "GetAccessKeyLastUsed", {
      readOnly: true,
      parameters: () => ({ accessKeyId: "AKIAI44QH8DHBEXAMPLE" }),
    }),
    apiCall("iam", "GetLoginProfile", { readOnly: true, parameters: () => ({ userName: "nora" }) }),
  ],
});
