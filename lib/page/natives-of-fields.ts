import { getter } from './natives';

/** The platform's own getters of form fields, apart from `natives`: scripts that read no field do without. */
export const fieldNatives = {
  inputType: getter(HTMLInputElement.prototype, 'type'),
  inputValue: getter(HTMLInputElement.prototype, 'value'),
  inputFiles: getter(HTMLInputElement.prototype, 'files'),
  textareaValue: getter(HTMLTextAreaElement.prototype, 'value'),
  selectValue: getter(HTMLSelectElement.prototype, 'value'),
};
