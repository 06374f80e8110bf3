import policy from "../../../policies/alarms/require-network-gateway-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("network-gateway-changes"));
