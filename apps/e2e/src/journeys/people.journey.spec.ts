import { journey, onStage } from '../browser/stage.js';
import { editingJourney } from './editing-journey.js';
import { nothingIsTold } from './nothing-is-told.js';
import { rightsJourney } from './rights-journey.js';

onStage('In browsers of several people', (stage) => {
  journey('everybody sees what they may', stage, rightsJourney);
  journey('two edit the same lead', stage, editingJourney);
  nothingIsTold(stage);
});
