import policy from "../../../policies/alarms/require-iam-credential-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("iam-credential-changes"));
