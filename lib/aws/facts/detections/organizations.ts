import type { PropertyMap } from "../../../core/properties";
import { type Detection, detectionByName } from "./detection";
import { apiCall, type CatalogueEvent } from "./event";

const policyId = "p-a1b2c3d4";
const accountId = "123456789012";
const rootId = "r-a1b2";
const unitId = "ou-a1b2-c3d4e5f6";
const handshakeId = "h-0a1b2c3d4e5f67890a1b2c3d4e5f6789";
const policyType = { rootId, policyType: "SERVICE_CONTROL_POLICY" };

function change(eventName: string, parameters: PropertyMap): CatalogueEvent {
  return apiCall("organizations", eventName, { parameters: () => parameters });
}

/** Recorded in the management account, or in the member account that makes the call. */
export const organizationsChanges: Detection = detectionByName({
  id: "organizations-changes",
  title: "Changes to AWS Organizations",
  why: "An account that leaves, or a service control policy that is detached, takes every guard rail with it.",
  practice: 15,
  controls: ["alarm.cis.organizations-changes"],
  level: "advisory",
  mustRing: [
    change("AcceptHandshake", { handshakeId }),
    change("AttachPolicy", { policyId, targetId: rootId }),
    change("CreateAccount", {
      accountName: "HIDDEN_DUE_TO_SECURITY_REASONS",
      roleName: "OrganizationAccountAccessRole",
    }),
    change("CreateOrganizationalUnit", { parentId: rootId, name: "sandbox" }),
    change("CreatePolicy", { name: "allow-all", type: "SERVICE_CONTROL_POLICY", content: "{}", description: "" }),
    change("DeclineHandshake", { handshakeId }),
    change("DeleteOrganization", {}),
    change("DeleteOrganizationalUnit", { organizationalUnitId: unitId }),
    change("DeletePolicy", { policyId }),
    change("DetachPolicy", { policyId, targetId: rootId }),
    change("DisablePolicyType", policyType),
    change("EnablePolicyType", policyType),
    change("InviteAccountToOrganization", { target: { type: "ACCOUNT", id: accountId } }),
    change("LeaveOrganization", {}),
    change("MoveAccount", { accountId, sourceParentId: rootId, destinationParentId: unitId }),
    change("RemoveAccountFromOrganization", { accountId }),
    change("UpdatePolicy", { policyId, content: "{}" }),
    change("UpdateOrganizationalUnit", { organizationalUnitId: unitId, name: "renamed" }),
  ],
  shouldRing: [
    change("CloseAccount", { accountId }),
    change("RegisterDelegatedAdministrator", { accountId, servicePrincipal: "cloudtrail.amazonaws.com" }),
    change("DeregisterDelegatedAdministrator", { accountId, servicePrincipal: "cloudtrail.amazonaws.com" }),
    change("DisableAWSServiceAccess", { servicePrincipal: "cloudtrail.amazonaws.com" }),
  ],
  lookAlikes: [
    apiCall("organizations", "DescribeOrganization", { readOnly: true }),
    apiCall("organizations", "ListAccounts", { readOnly: true }),
    apiCall("organizations", "ListPolicies", {
      readOnly: true,
      parameters: () => ({ filter: "SERVICE_CONTROL_POLICY" }),
    }),
  ],
});
