import policy from "../../../policies/alarms/require-organizations-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("organizations-changes"));
