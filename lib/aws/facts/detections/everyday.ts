import { apiCall, type CatalogueEvent, consoleLogin } from "./event";

/** What happens in every account all day. No alarm of any detection may ring for one of these. */
export const everydayEvents: readonly CatalogueEvent[] = [
  apiCall("ec2", "DescribeInstances", { readOnly: true, parameters: () => ({ instancesSet: {}, filterSet: {} }) }),
  apiCall("ec2", "RunInstances", {
    parameters: () => ({
      instancesSet: { items: [{ imageId: "ami-0abcdef1234567890", minCount: 1, maxCount: 1 }] },
      instanceType: "t3.micro",
      subnetId: "subnet-0a1b2c3d4e5f67890",
    }),
    response: () => ({
      reservationId: "r-0a1b2c3d4e5f67890",
      instancesSet: { items: [{ instanceId: "i-0a1b2c3d4e5f67890", instanceState: { code: 0, name: "pending" } }] },
    }),
  }),
  apiCall("sts", "AssumeRole", {
    readOnly: true,
    parameters: ({ account }) => ({
      roleArn: `arn:aws:iam::${account}:role/Deploy`,
      roleSessionName: "build",
      durationSeconds: 3600,
    }),
    response: ({ account }) => ({
      credentials: { accessKeyId: "ASIAIOSFODNN7EXAMPLE", expiration: "Oct 1, 2026, 10:12:31 AM" },
      assumedRoleUser: {
        assumedRoleId: "AROACKCEVSQ6C2EXAMPLE:build",
        arn: `arn:aws:sts::${account}:assumed-role/Deploy/build`,
      },
    }),
  }),
  consoleLogin({ id: "console-login-with-mfa", event: "ConsoleLogin", by: "IAMUser", mfaUsed: true, userName: "nora" }),
];
