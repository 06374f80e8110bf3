import { serve } from "./packs/serve";
import { recommended } from "./packs/recommended";

serve(recommended);
