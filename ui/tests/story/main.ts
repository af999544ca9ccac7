// The window over an invented shell, set by the address: ?lang=fr&open=milestone-2-1
// &room=deck&theme=dark&stage=first_run&role=secretariat&with=conflict|changed|overflow|alert
// &axe (a report at the end of the page)
import { mount, tick } from 'svelte';
import { Shell } from '../shell';

const asked = new URLSearchParams(location.search);
const shell = new Shell();
shell.lang = asked.get('lang') === 'fr' ? 'fr' : 'en';
const stage = asked.get('stage');
if (stage === 'first_run' || stage === 'failed') shell.stage = stage;
const role = asked.get('role');
if (role === 'reader' || role === 'secretariat' || role === 'lead')
  shell.identity = { name: 'Sam Tremblay', roles: [{ role, jurisdiction: 'CA-ON' }] };
const other = asked.get('with');
const open = asked.get('open') ?? '';
if (other === 'conflict') {
  shell.set(open, { completion: 'SP', outlook: 'on_track' });
  shell.set(
    open,
    {
      completion: 'LP',
      outlook: 'at_risk',
      reason: { fr: 'Élections en octobre', source: 'fr', state: 'missing' },
    },
    [],
  );
}
if (other === 'empty') Object.assign(shell.plan, { priorities: {}, milestones: {}, progress: {} });
if (other === 'overflow') {
  const priorities = shell.plan.priorities as Record<string, { id: string; position: string }>;
  for (let n = 6; n <= 12; n++) {
    const id = `priority-${n}`;
    priorities[id] = { ...structuredClone(priorities['priority-2']!), id, position: `b${10 + n}` };
  }
}
shell.install();
localStorage.setItem('jalon-theme', asked.get('theme') ?? 'system');

await import('../../src/shared/styles/index.css');
const { default: App } = await import('../../src/app/App.svelte');
const { place } = await import('../../src/state/place.svelte');
const { notices } = await import('../../src/state/notices.svelte');
mount(App, { target: document.getElementById('app')! });
await tick();
const room = asked.get('room');
if (room === 'deck' || room === 'history' || room === 'settings') place.go(room);
if (open) place.open(open);
if (other === 'find') place.finding = true;
if (other === 'alert') notices.refuse({ code: 'failure-status-needs-evidence', args: {} });
setTimeout(() => {
  for (const selector of asked.getAll('click'))
    document.querySelector<HTMLElement>(selector)?.click();
  if (other === 'changed') void shell.elsewhere(open, { completion: 'SP', outlook: 'on_hold' });
}, 400);
if (asked.has('axe'))
  setTimeout(async () => {
    const { default: axe } = await import('axe-core');
    const found = await axe.run(document);
    const lines = found.violations.flatMap((it) =>
      it.nodes.map((node) => `${it.id} ${node.target.join(' ')} ${node.failureSummary}`),
    );
    const unsure = found.incomplete.map((it) => `? ${it.id} ${it.nodes.length}`);
    const report = document.createElement('pre');
    report.id = 'axe';
    report.textContent = [...lines, ...unsure, `${found.passes.length} rules pass`].join('\n');
    document.body.append(report);
  }, 1200);
