export const THEME_STORED_AS = 'tailcamp-theme';

/** Runs before the first paint: an asked (`?theme=`) or a kept choice wins over the system's. */
export const THEME_SCRIPT = `(function(){try{var t=new URLSearchParams(location.search).get("theme")||localStorage.getItem("${THEME_STORED_AS}");if(t==="dark"||t==="light")document.documentElement.dataset.theme=t}catch(e){}})()`;
