// Which nodes and edges pass the filters, and the controls that set them.

/**
 * @param {string} text
 * @returns {Set<string>}
 */
function listed(text) {
  return new Set(text ? text.split(",") : []);
}

/**
 * A date's last moment as text that compares: 2025 is 2025-12-31.
 * @param {string} date
 * @param {string} fill
 */
function whole(date, fill) {
  return date + fill.slice(date.length);
}

class Filter {
  /** @param {State} from */
  constructor(from) {
    const plans = listed(from.plans);
    this.from = from;
    this.kinds = from.kinds ? listed(from.kinds) : null;
    /** @type {boolean[]} */
    this.plans = PLANS.map((plan) => !plans.size || plans.has(NODES[plan.node].id));
    this.theme = nodeOf(from.theme);
    this.narrow = Boolean(from.role || from.theme || from.from || from.to);
    /** @type {boolean[]} */
    this.edges = EDGES.map((_, i) => this.edgePasses(i));
    /** @type {boolean[]} */
    this.nodes = NODES.map((_, i) => this.nodePasses(i));
    if (this.narrow) this.dropIdle();
  }

  /**
   * Whether the kind is asked for.
   * @param {string} kind
   */
  wants(kind) {
    return this.kinds ? this.kinds.has(kind) : look(kind).first;
  }

  /** @param {number} i */
  edgePasses(i) {
    const [type, source, target] = EDGES[i];
    if (this.from.role && ROLES.has(type) && type !== (this.from.role === "lead" ? "leads" : "responsibleFor"))
      return false;
    return this.inPlans(source) && this.inPlans(target);
  }

  /** @param {number} i */
  inPlans(i) {
    const plans = plansOf(i);
    return !plans.length || plans.some((plan) => this.plans[plan]);
  }

  /**
   * Whether a node passes, its kind aside.
   * @param {number} i
   */
  nodePasses(i) {
    const node = NODES[i];
    if (!this.inPlans(i)) return false;
    if (this.from.level && (node.kind === "Policy" || UNITS.has(node.kind)) && node.level !== this.from.level)
      return false;
    if (node.kind === "Task" && !this.taskPasses(i)) return false;
    return !this.dated() || !["Task", "Target", "Phase"].includes(node.kind) || this.inTime(node);
  }

  /** @param {number} i */
  taskPasses(i) {
    const mine = EDGES_OF[i];
    if (this.from.theme && !mine.some((edge) => EDGES[edge][0] === "hasTheme" && EDGES[edge][2] === this.theme))
      return false;
    return !this.from.role || mine.some((edge) => this.edges[edge] && ROLES.has(EDGES[edge][0]));
  }

  dated() {
    return Boolean(this.from.from || this.from.to);
  }

  /** @param {PageNode} node */
  inTime(node) {
    const end = node.date || node.start || "";
    if (!end) return false;
    const last = whole(end, "9999-12-31");
    const first = whole(node.start || end, "0000-01-01");
    return (!this.from.from || last >= this.from.from) && (!this.from.to || first <= whole(this.from.to, "9999-12-31"));
  }

  /** Units that have no task left have nothing to say to this filter. */
  dropIdle() {
    NODES.forEach((node, i) => {
      if (UNITS.has(node.kind)) this.nodes[i] &&= EDGES_OF[i].some((edge) => this.isWork(edge));
    });
  }

  /**
   * Whether an edge is a unit's work for a task that passes.
   * @param {number} edge
   */
  isWork(edge) {
    return ROLES.has(EDGES[edge][0]) && this.edges[edge] && this.nodes[EDGES[edge][2]];
  }
}

let filter = new Filter(state);

/** Take the filters from the state. */
function refilter() {
  filter = new Filter(state);
}
