import policy from "../../../policies/alarms/require-root-use";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("root-use"));
