import { journey, onStage } from '../browser/stage.js';
import { firstLoadJourney } from './first-load-journey.js';
import { germanJourney } from './german-journey.js';
import { importJourney } from './import-journey.js';
import { keyboardJourney } from './keyboard-journey.js';
import { nothingIsTold } from './nothing-is-told.js';

onStage('The pages in a browser', (stage) => {
  journey('the first load', stage, firstLoadJourney);
  journey('with the keyboard alone', stage, keyboardJourney);
  journey('in German', stage, germanJourney);
  journey('an import that is left and come back to', stage, importJourney);
  nothingIsTold(stage);
});
