// The languages of a listing: a list that keeps a name it does not know as one more choice.
(() => {
  class LanguageSelect extends window.telepath.constructors["wagtail.widgets.Select"] {
    render(placeholder, name, id, state, ...rest) {
      const wanted = [].concat(state ?? []);
      const bound = super.render(placeholder, name, id, wanted, ...rest);
      const setState = bound.setState.bind(bound);
      bound.setState = (values) => {
        const names = [].concat(values ?? []);
        const known = new Set(Array.from(bound.input.options, (option) => option.value));
        names.filter((value) => value && !known.has(value)).forEach((value) => bound.input.add(new Option(value, value)));
        setState(names);
      };
      bound.setState(wanted);
      return bound;
    }
  }
  window.telepath.register("colophon.LanguageSelect", LanguageSelect);
})();
