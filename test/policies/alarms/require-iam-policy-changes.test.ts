import policy from "../../../policies/alarms/require-iam-policy-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("iam-policy-changes"));
