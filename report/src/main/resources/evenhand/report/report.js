'use strict';
(function () {
  const COLOURS = {
    ink: 'var(--ink)', faint: 'var(--faint)', line: 'var(--line)', page: 'var(--page)',
    model: 'var(--model)', plain: 'var(--plain)', allowed: 'var(--allowed)', met: 'var(--met)', notMet: 'var(--not-met)'
  };
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  const row = (groups) => groups > 20 ? 34 : 46;
  const number = (value) => value.toFixed(4).replace('-', '\u2212');

  const axis = (more) => Object.assign({
    axisLine: {lineStyle: {color: COLOURS.line}},
    axisTick: {show: false},
    axisLabel: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT},
    nameTextStyle: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT},
    splitLine: {lineStyle: {color: COLOURS.line}}
  }, more);

  const basis = (more) => Object.assign({
    animation: false,
    textStyle: {fontFamily: FONT},
    tooltip: {trigger: 'item', confine: true, className: 'tip-frame', transitionDuration: 0,
      borderWidth: 0, padding: 0, backgroundColor: 'transparent', extraCssText: 'box-shadow:none'}
  }, more);

  const COMPACT = new Intl.NumberFormat('en', {notation: 'compact', maximumFractionDigits: 3});

  /* The ends of an axis on round numbers, with at most eight ticks. */
  function round(from, to) {
    const least = (to - from) / 5.5;
    const power = 10 ** Math.floor(Math.log10(least));
    const step = power * [1, 2, 5, 10].find((each) => power * each >= least * (1 - 1e-9));
    const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    const min = Math.floor(from / step + 1e-9) * step;
    const max = Math.ceil(to / step - 1e-9) * step;
    const label = step < 1000 ? (value) => String(+value.toFixed(digits)) : COMPACT.format;
    return {min: +min.toFixed(digits), max: +max.toFixed(digits), interval: step,
      label: (value) => label(value).replace('-', '\u2212')};
  }

  const line = (x1, y1, x2, y2, colour, width) =>
    ({type: 'line', shape: {x1, y1, x2, y2}, style: {stroke: colour, lineWidth: width}});

  const dot = (x, y, look) => ({type: 'circle', shape: {cx: x, cy: y, r: 5},
    style: {fill: look === 'model' ? COLOURS.model : COLOURS.page, stroke: COLOURS[look], lineWidth: 2}});

  /* Horizontal whiskers with their dot; the plain model a little below the model. */
  function rateSeries(chart, look) {
    const shift = chart.plain ? (look === 'model' ? -7 : 8) : 0;
    return {
      type: 'custom', name: look === 'model' ? 'model' : 'plain model', clip: true,
      emphasis: {disabled: true},
      data: chart[look].map((point, row) => point && {
        value: [point.value, row, point.low, point.high], text: point.text
      }).filter(Boolean),
      encode: {x: [0, 2, 3], y: 1},
      renderItem: (params, api) => {
        const at = api.coord([api.value(0), api.value(1)]);
        const y = at[1] + shift;
        const children = [];
        if (!isNaN(api.value(2)) && !isNaN(api.value(3))) {
          const low = api.coord([api.value(2), 0])[0];
          const high = api.coord([api.value(3), 0])[0];
          children.push(line(low, y, high, y, COLOURS[look], 2));
          children.push(line(low, y - 4, low, y + 4, COLOURS[look], 2));
          children.push(line(high, y - 4, high, y + 4, COLOURS[look], 2));
        }
        children.push(dot(at[0], y, look));
        return {type: 'group', children};
      }
    };
  }

  /* Says so in the row of a group that has no value. */
  function missingSeries(chart) {
    return {
      type: 'custom', silent: true,
      data: chart.groups.map((name, row) => [chart.from, row]).filter((at) => !chart.model[at[1]]),
      encode: {x: 0, y: 1},
      renderItem: (params, api) => ({type: 'text', style: {
        x: params.coordSys.x + 8, y: api.coord([api.value(0), api.value(1)])[1], verticalAlign: 'middle',
        text: 'insufficient evidence', fill: COLOURS.faint, fontSize: 12, fontFamily: FONT}})
    };
  }

  function rates(chart, width) {
    const ends = round(chart.from, chart.to);
    const model = rateSeries(chart, 'model');
    if (chart.allowed) {
      model.markArea = {silent: true, itemStyle: {color: COLOURS.allowed},
        data: [[{xAxis: Math.max(ends.min, chart.allowed[0])},
          {xAxis: Math.min(ends.max, chart.allowed[1])}]]};
    }
    const lines = [
      ...(chart.overall === undefined ? [] : [{xAxis: chart.overall}]),
      ...(chart.bound === undefined ? [] : [{xAxis: chart.bound,
        lineStyle: {color: COLOURS.notMet, type: 'solid', width: 1.5}}])
    ];
    if (lines.length) {
      model.markLine = {silent: true, symbol: 'none', label: {show: false},
        lineStyle: {color: COLOURS.faint, type: 'dashed', width: 1.5}, data: lines};
    }
    return {
      height: 44 + row(chart.groups.length) * chart.groups.length,
      option: basis({
        grid: {left: 4, right: 14, top: 6, bottom: 4, containLabel: true},
        xAxis: axis({type: 'value', min: ends.min, max: ends.max, interval: ends.interval,
          axisLabel: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT, formatter: ends.label}}),
        yAxis: axis({type: 'category', inverse: true, data: chart.groups, splitLine: {show: false},
          axisLabel: {color: COLOURS.ink, fontSize: 12, fontFamily: FONT,
            width: Math.round(0.4 * width), overflow: 'truncate', interval: 0, lineHeight: 14,
            formatter: (name) => name.length > 16 ? name.replaceAll('&', '&\n') : name}}),
        series: [model, ...(chart.plain ? [rateSeries(chart, 'plain')] : []), missingSeries(chart)]
      }),
      tip: (item) => [chart.groups[item.value[1]], item.seriesName + ': ' + item.data.text]
    };
  }

  function cross(api, look) {
    const at = api.coord([api.value(0), api.value(1)]);
    const children = [];
    if (!isNaN(api.value(2)) && !isNaN(api.value(3))) {
      children.push(line(api.coord([api.value(2), 0])[0], at[1], api.coord([api.value(3), 0])[0], at[1],
        COLOURS[look], 1.5));
    }
    if (!isNaN(api.value(4)) && !isNaN(api.value(5))) {
      children.push(line(at[0], api.coord([0, api.value(4)])[1], at[0], api.coord([0, api.value(5)])[1],
        COLOURS[look], 1.5));
    }
    children.push(dot(at[0], at[1], look));
    return {type: 'group', children};
  }

  function tradeSeries(chart, look) {
    const point = chart[look];
    return {
      type: 'custom', name: look === 'model' ? 'model' : 'plain model', clip: true, z: 4,
      emphasis: {disabled: true},
      encode: {x: [0, 2, 3], y: [1, 4, 5]},
      data: point ? [[point.gap, point.accuracy, point.gap_low, point.gap_high,
        point.accuracy_low, point.accuracy_high]] : [],
      renderItem: (params, api) => cross(api, look)
    };
  }

  /* An arrow that stops short of both dots. */
  function arrow(chart) {
    return {
      type: 'custom', silent: true, z: 3,
      data: chart.plain && chart.model
        ? [[chart.plain.gap, chart.plain.accuracy, chart.model.gap, chart.model.accuracy]] : [],
      encode: {x: [0, 2], y: [1, 3]},
      renderItem: (params, api) => {
        const from = api.coord([api.value(0), api.value(1)]);
        const to = api.coord([api.value(2), api.value(3)]);
        const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        if (length < 24) {
          return {type: 'group', children: []};
        }
        const u = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
        const tip = [to[0] - 9 * u[0], to[1] - 9 * u[1]];
        const back = [tip[0] - 8 * u[0], tip[1] - 8 * u[1]];
        return {type: 'group', children: [
          line(from[0] + 9 * u[0], from[1] + 9 * u[1], back[0], back[1], COLOURS.faint, 1.5),
          {type: 'polygon', style: {fill: COLOURS.faint}, shape: {points: [
            tip, [back[0] - 4 * u[1], back[1] + 4 * u[0]], [back[0] + 4 * u[1], back[1] - 4 * u[0]]]}}
        ]};
      }
    };
  }

  function trade(chart) {
    const gaps = round(chart.gaps[0], chart.gaps[1]);
    const accuracies = round(chart.accuracies[0], chart.accuracies[1]);
    const model = tradeSeries(chart, 'model');
    const met = chart.met === 'below' ? [gaps.min, chart.bound] : [chart.bound, gaps.max];
    model.markArea = {silent: true, itemStyle: {color: COLOURS.allowed},
      data: [[{xAxis: met[0]}, {xAxis: met[1]}]]};
    model.markLine = {silent: true, symbol: 'none', label: {show: false},
      lineStyle: {color: COLOURS.met, type: 'solid', width: 1.5}, data: [{xAxis: chart.bound}]};
    return {
      height: 250,
      option: basis({
        grid: {left: 4, right: 14, top: 30, bottom: 24, containLabel: true},
        xAxis: axis({type: 'value', min: gaps.min, max: gaps.max, interval: gaps.interval,
          axisLabel: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT, formatter: gaps.label},
          name: chart.gap, nameLocation: 'middle', nameGap: 26}),
        yAxis: axis({type: 'value', min: accuracies.min, max: accuracies.max,
          interval: accuracies.interval,
          name: 'accuracy', nameGap: 12,
          nameTextStyle: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT, align: 'left',
            padding: [0, 0, 0, -26]},
          axisLabel: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT,
            formatter: accuracies.label}}),
        series: [model, tradeSeries(chart, 'plain'), arrow(chart)]
      }),
      tip: (item) => [item.seriesName,
        'accuracy ' + number(item.value[1]) + ', ' + chart.gap + ' ' + number(item.value[0])]
    };
  }

  /* Mean label by mean probability of every bin; a larger dot holds more rows. */
  function binSeries(chart, look) {
    const most = Math.max(...chart[look].map((bin) => bin.weight), 1e-12);
    return {
      type: 'custom', name: look === 'model' ? 'calibrated' : 'score', z: look === 'model' ? 4 : 3,
      emphasis: {disabled: true},
      encode: {x: 0, y: 1},
      data: chart[look].map((bin) => [bin.score, bin.label, bin.weight]),
      renderItem: (params, api) => {
        const at = api.coord([api.value(0), api.value(1)]);
        const r = 2.5 + 5 * Math.sqrt(api.value(2) / most);
        return {type: 'circle', shape: {cx: at[0], cy: at[1], r}, style: {
          fill: look === 'model' ? COLOURS.model : 'transparent', stroke: COLOURS[look], lineWidth: 2}};
      }
    };
  }

  function diagonal() {
    return {
      type: 'custom', silent: true, data: [[0, 0, 1, 1]], encode: {x: [0, 2], y: [1, 3]},
      renderItem: (params, api) => {
        const from = api.coord([0, 0]);
        const to = api.coord([1, 1]);
        return line(from[0], from[1], to[0], to[1], COLOURS.faint, 1);
      }
    };
  }

  function reliability(chart) {
    const unit = {type: 'value', min: 0, max: 1, interval: 0.25};
    return {
      height: 270,
      option: basis({
        grid: {left: 4, right: 14, top: 30, bottom: 24, containLabel: true},
        xAxis: axis(Object.assign({name: 'mean probability', nameLocation: 'middle', nameGap: 26}, unit)),
        yAxis: axis(Object.assign({name: 'share of label 1', nameGap: 12,
          nameTextStyle: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT, align: 'left',
            padding: [0, 0, 0, -26]}}, unit)),
        series: [diagonal(), binSeries(chart, 'plain'), binSeries(chart, 'model')]
      }),
      tip: (item) => [item.seriesName, number(item.value[0]) + ' said, ' + number(item.value[1])
        + ' came true, weight ' + (+item.value[2].toFixed(1))]
    };
  }

  /* The staircase of what the frontier dominates, from its best gap to its best metric. */
  function staircase(chart) {
    const members = chart.points.filter((point) => point.member);
    const steps = [];
    members.sort((a, b) => a.gap - b.gap).forEach((point, at) => {
      if (at > 0) {
        const before = members[at - 1];
        steps.push(chart.even === 'left' ? [point.gap, before.metric] : [before.gap, point.metric]);
      }
      steps.push([point.gap, point.metric]);
    });
    return {type: 'line', silent: true, symbol: 'none', z: 2, data: steps, clip: true,
      lineStyle: {color: COLOURS.model, width: 1.5}, emphasis: {disabled: true}};
  }

  /* One mark a candidate; the chosen one is a diamond with its intervals. */
  function candidate(point, params, api) {
    const at = api.coord([api.value(0), api.value(1)]);
    if (point.look !== 'chosen') {
      return {type: 'group', children: [dot(at[0], at[1], point.look)]};
    }
    const children = [];
    if (typeof point.gap_low === 'number' && typeof point.gap_high === 'number') {
      children.push(line(api.coord([point.gap_low, 0])[0], at[1], api.coord([point.gap_high, 0])[0], at[1],
        COLOURS.met, 1.5));
    }
    if (typeof point.metric_low === 'number' && typeof point.metric_high === 'number') {
      children.push(line(at[0], api.coord([0, point.metric_low])[1], at[0],
        api.coord([0, point.metric_high])[1], COLOURS.met, 1.5));
    }
    const [x, y] = at;
    children.push({type: 'polygon', shape: {points: [[x, y - 8], [x + 8, y], [x, y + 8], [x - 8, y]]},
      style: {fill: COLOURS.met, stroke: COLOURS.page, lineWidth: 1.5}});
    return {type: 'group', children};
  }

  function candidates(chart, looks, z) {
    const points = chart.points.filter((point) => looks.includes(point.look));
    return {type: 'custom', z, clip: true, emphasis: {disabled: true}, encode: {x: 0, y: 1},
      data: points.map((point) => ({value: [point.gap, point.metric], point})),
      renderItem: (params, api) => candidate(points[params.dataIndex], params, api)};
  }

  function frontier(chart) {
    const gaps = round(chart.gaps[0], chart.gaps[1]);
    const metrics = round(chart.metrics[0], chart.metrics[1]);
    const steps = staircase(chart);
    if (chart.bound !== undefined) {
      const met = chart.even === 'left' ? [gaps.min, chart.bound] : [chart.bound, gaps.max];
      steps.markArea = {silent: true, itemStyle: {color: COLOURS.allowed},
        data: [[{xAxis: met[0]}, {xAxis: met[1]}]]};
      steps.markLine = {silent: true, symbol: 'none', label: {show: false},
        lineStyle: {color: COLOURS.met, type: 'solid', width: 1.5}, data: [{xAxis: chart.bound}]};
    }
    return {
      height: 340,
      option: basis({
        grid: {left: 4, right: 14, top: 30, bottom: 24, containLabel: true},
        xAxis: axis({type: 'value', min: gaps.min, max: gaps.max, interval: gaps.interval,
          axisLabel: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT, formatter: gaps.label},
          name: chart.gap, nameLocation: 'middle', nameGap: 26}),
        yAxis: axis({type: 'value', min: metrics.min, max: metrics.max, interval: metrics.interval,
          name: chart.metric, nameGap: 12,
          nameTextStyle: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT, align: 'left',
            padding: [0, 0, 0, -26]},
          axisLabel: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT, formatter: metrics.label}}),
        series: [steps, candidates(chart, ['plain'], 3), candidates(chart, ['model'], 4),
          candidates(chart, ['chosen'], 5)]
      }),
      tip: (item) => [item.data.point.name, ...item.data.point.words]
    };
  }

  /* One threshold's rates, or those of a mixture. */
  function rocPoint(chart, look) {
    return {
      type: 'custom', name: look === 'model' ? 'chosen' : 'one threshold for all',
      z: look === 'model' ? 4 : 3, emphasis: {disabled: true},
      encode: {x: 0, y: 1}, data: [chart[look]],
      renderItem: (params, api) => {
        const at = api.coord([api.value(0), api.value(1)]);
        return dot(at[0], at[1], look);
      }
    };
  }

  function roc(chart) {
    const unit = {type: 'value', min: 0, max: 1, interval: 0.25};
    return {
      height: 270,
      option: basis({
        grid: {left: 4, right: 14, top: 30, bottom: 24, containLabel: true},
        xAxis: axis(Object.assign({name: 'false positive rate', nameLocation: 'middle', nameGap: 26}, unit)),
        yAxis: axis(Object.assign({name: 'true positive rate', nameGap: 12,
          nameTextStyle: {color: COLOURS.faint, fontSize: 12, fontFamily: FONT, align: 'left',
            padding: [0, 0, 0, -26]}}, unit)),
        series: [diagonal(),
          {type: 'line', silent: true, symbol: 'none', z: 2, data: chart.curve, clip: true,
            lineStyle: {color: COLOURS.faint, width: 1.5}, emphasis: {disabled: true}},
          rocPoint(chart, 'plain'), rocPoint(chart, 'model')]
      }),
      tip: (item) => [item.seriesName, 'true positive rate ' + number(item.value[1])
        + ', false positive rate ' + number(item.value[0])]
    };
  }

  /* Says so where a table is wider than its box. */
  function hint(box) {
    const update = () => {
      box.classList.toggle('wide', box.scrollWidth > box.clientWidth + 1);
    };
    new ResizeObserver(() => { requestAnimationFrame(update); }).observe(box);
  }

  document.querySelectorAll('.scroll').forEach(hint);

  const KINDS = {rates, trade, reliability, roc, frontier};

  /* Draws the chart at the width of its element, and again whenever that changes. */
  function follow(element) {
    const chart = JSON.parse(element.querySelector('script').textContent);
    const room = document.createElement('div');
    element.classList.add('drawn');
    element.replaceChildren(room);
    const surface = {drawn: null, width: 0};
    const update = () => {
      const width = element.clientWidth;
      if (width > 0 && width !== surface.width) {
        surface.width = width;
        draw(chart, room, surface);
      }
    };
    update();
    new ResizeObserver(() => { requestAnimationFrame(update); }).observe(element);
  }

  function draw(chart, room, surface) {
    const drawing = KINDS[chart.kind](chart, surface.width);
    const encode = echarts.format.encodeHTML;
    drawing.option.tooltip.formatter = (item) => {
      const lines = drawing.tip(item);
      return '<div class="tip"><strong>' + encode(lines[0]) + '</strong><br>'
        + lines.slice(1).map(encode).join('<br>') + '</div>';
    };
    if (surface.drawn) {
      surface.drawn.dispose();
    }
    surface.drawn = echarts.init(room, null,
      {renderer: 'svg', width: surface.width, height: drawing.height});
    surface.drawn.setOption(drawing.option);
    surface.drawn.getZr().flush();
    /* With a view box, the printer's style sheet can set the width. */
    room.querySelector('svg').setAttribute('viewBox', '0 0 ' + surface.width + ' ' + drawing.height);
  }

  document.querySelectorAll('.chart').forEach(follow);

  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('details:not([open])'));
    opened.forEach((element) => { element.open = true; });
  });
  window.addEventListener('afterprint', () => {
    opened.forEach((element) => { element.open = false; });
  });
})();
