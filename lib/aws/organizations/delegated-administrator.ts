import { type Input } from "@pulumi/pulumi";
import { resourceView } from "../view";

/** The resources that hand a service's administration to an account of the organization, with the property that names it. */
const accountProperties: Readonly<Record<string, keyof DelegatedAdministratorArgs>> = {
  "aws:organizations/delegatedAdministrator:DelegatedAdministrator": "accountId",
  "aws:auditmanager/organizationAdminAccountRegistration:OrganizationAdminAccountRegistration": "adminAccountId",
  "aws:cloudtrail/organizationDelegatedAdminAccount:OrganizationDelegatedAdminAccount": "accountId",
  "aws:detective/organizationAdminAccount:OrganizationAdminAccount": "accountId",
  "aws:ec2/vpcIpamOrganizationAdminAccount:VpcIpamOrganizationAdminAccount": "delegatedAdminAccountId",
  "aws:fms/adminAccount:AdminAccount": "accountId",
  "aws:guardduty/organizationAdminAccount:OrganizationAdminAccount": "adminAccountId",
  "aws:inspector2/delegatedAdminAccount:DelegatedAdminAccount": "accountId",
  "aws:macie2/organizationAdminAccount:OrganizationAdminAccount": "adminAccountId",
  "aws:securityhub/organizationAdminAccount:OrganizationAdminAccount": "adminAccountId",
};

interface DelegatedAdministratorArgs {
  readonly accountId?: Input<string>;
  readonly adminAccountId?: Input<string>;
  readonly delegatedAdminAccountId?: Input<string>;
  readonly servicePrincipal?: Input<string>;
}

/** An account of the organization that administers a service for all of them. Types as of @pulumi/aws 7.48. */
export const DelegatedAdministrator = resourceView<DelegatedAdministratorArgs>()(
  Object.keys(accountProperties),
  (read, resource) => ({
    /** Absent where Firewall Manager is administered by the account itself. */
    account: read.text(accountProperties[resource.type] ?? "accountId"),
  }),
);
