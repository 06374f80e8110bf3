import policy from "../../../policies/alarms/require-kms-key-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("kms-key-changes"));
