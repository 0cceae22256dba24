import { Controller } from '@nestjs/common';
import { itemFiles, type ParsedInputOf, skillGraph } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ExportItems } from '../app/files/export-items.js';
import { ImportItems } from '../app/files/import-items.js';
import { ImportTrack } from '../app/files/import-track.js';
import { CampSkills } from '../app/skills/camp-skills.js';

/** The skills of a camp, and skills and questions as files. */
@Controller()
export class SkillsController {
  constructor(
    private readonly skills: CampSkills,
    private readonly tracks: ImportTrack,
    private readonly items: ImportItems,
    private readonly exports: ExportItems,
  ) {}

  @Serve(skillGraph.track)
  getTrack(input: ParsedInputOf<typeof skillGraph.track>, caller: UserActor) {
    return this.skills.track(caller, input);
  }

  @Serve(skillGraph.saveSkill)
  saveSkill(input: ParsedInputOf<typeof skillGraph.saveSkill>, caller: UserActor) {
    return this.skills.save(caller, input);
  }

  @Serve(skillGraph.removeSkill)
  removeSkill(input: ParsedInputOf<typeof skillGraph.removeSkill>, caller: UserActor) {
    return this.skills.remove(caller, input);
  }

  @Serve(skillGraph.import)
  importTrack(input: ParsedInputOf<typeof skillGraph.import>, caller: UserActor) {
    return this.tracks.run(caller, input);
  }

  @Serve(skillGraph.exportCsv)
  trackCsv(input: ParsedInputOf<typeof skillGraph.exportCsv>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile(`${input.track}.csv`);
    return this.skills.csv(caller, input);
  }

  @Serve(skillGraph.exportYaml)
  trackYaml(input: ParsedInputOf<typeof skillGraph.exportYaml>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile(`${input.track}.yaml`);
    return this.skills.yaml(caller, input);
  }

  @Serve(itemFiles.import)
  importItems(input: ParsedInputOf<typeof itemFiles.import>, caller: UserActor) {
    return this.items.run(caller, input);
  }

  @Serve(itemFiles.exportCsv)
  itemsCsv(input: ParsedInputOf<typeof itemFiles.exportCsv>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile(`questions${input.track === undefined ? '' : `-${input.track}`}.csv`);
    return this.exports.csv(caller, input);
  }

  @Serve(itemFiles.exportYaml)
  itemsYaml(input: ParsedInputOf<typeof itemFiles.exportYaml>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile(`questions${input.track === undefined ? '' : `-${input.track}`}.yaml`);
    return this.exports.yaml(caller, input);
  }
}
